import { Bone } from '@/components/ui/bone'

/** The three columns of a row of calls while it is on its way: avatar, words, times. */
export function RowBones() {
  return (
    <>
      <Bone className="size-[34px] rounded-full!" />
      <div className="min-w-0">
        <Bone className="mt-1 h-3.5 w-2/5" />
        <Bone className="mt-2 h-3 w-11/12" />
        <Bone className="mt-2 h-3 w-3/5" />
      </div>
      <div className="flex w-20 flex-col items-end">
        <Bone className="mt-1 h-3 w-full" />
        <Bone className="mt-2 h-3 w-3/5" />
      </div>
    </>
  )
}
