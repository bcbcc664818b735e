import clsx from 'clsx'
import { Bone } from '@/components/ui/bone'
import { Card } from '@/components/ui/card'

const FOUR = [1, 2, 3, 4]
const TEN = Array.from({ length: 10 }, (_, index) => index)

/** Where the four figures at the head of a report will stand; `className` says how tall each is. */
export function FiguresBone({ className }: { className: string }) {
  return (
    <Card className="p-0!">
      <div className="@container">
        <div className="grid divide-y divide-line @3xl:grid-cols-4 @3xl:divide-x @3xl:divide-y-0">
          {FOUR.map(figure => (
            <div key={figure} className={clsx('px-5 py-4', className)}>
              <Bone className="my-0.5 h-4 w-24" />
              <Bone className="mt-3 h-8 w-28" />
              <Bone className="mt-3 h-3.5 w-36" />
            </div>
          ))}
        </div>
      </div>
    </Card>
  )
}

/** Where a panel's heading will stand. */
export function HeadBone() {
  return (
    <div className="mb-3 flex h-7 items-center">
      <Bone className="h-4 w-32" />
    </div>
  )
}

/** Where a panel's list of people will stand: how tall a row is, and what stands at its end. */
export function PeopleBone({ row, end }: { row: string; end: string }) {
  return (
    <Card>
      <HeadBone />
      <div className="divide-y divide-line">
        {TEN.map(each => (
          <div key={each} className={clsx('flex items-center justify-between', row)}>
            <Bone className="h-3.5 w-32" />
            <Bone className={end} />
          </div>
        ))}
      </div>
    </Card>
  )
}
