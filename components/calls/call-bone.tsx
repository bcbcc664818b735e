import { Bone } from '@/components/ui/bone'

/** Where the parts of a call will stand while nothing of it is known. */
export function CallBone() {
  return (
    <div aria-busy className="mt-5 flex flex-col gap-6">
      <div className="grid grid-cols-3 gap-4 max-sm:grid-cols-2">
        {['date', 'duration', 'person', 'direction', 'result', 'line'].map(fact => (
          <Bone key={fact} className="h-9" />
        ))}
      </div>
      <Bone className="h-[60px] rounded-card!" />
      <Bone className="h-20" />
      <Bone className="h-60" />
    </div>
  )
}
