/** The mark: a funnel of two blues with the one gold drop that it is all about. Decorative; the name stands beside it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <path
        d="M3.6 3.5h16.800c.7 0 1.100.8.7 1.400l-3.700 5.300c-.2.300-.5.450-.85.450H7.450c-.35 0-.65-.15-.85-.450L2.900 4.900c-.4-.6 0-1.400.7-1.400Z"
        fill="var(--act-2)"
      />
      <path
        d="M9.300 12h5.400c.55 0 .93.520.76 1.040l-.83 2.600a.8.800 0 0 1-.76.560h-3.740a.8.800 0 0 1-.76-.560l-.83-2.600A.8.800 0 0 1 9.300 12Z"
        fill="var(--act-3)"
      />
      <circle cx="12" cy="20" r="2.100" fill="var(--won)" />
    </svg>
  )
}
