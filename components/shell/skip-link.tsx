/** The first stop of the keyboard: past the navigation to the page itself. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-50 -translate-y-16 rounded-lg bg-ink px-3 py-2 font-medium text-surface focus:translate-y-0"
    >
      {label}
    </a>
  )
}
