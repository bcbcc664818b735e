import clsx from 'clsx'

/** A place where something will stand: the skeleton of one line or block. Its size comes by class. */
export function Bone({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('block rounded-md bg-sunken motion-safe:animate-pulse', className)} />
}
