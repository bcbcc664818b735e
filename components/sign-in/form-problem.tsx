/** What failed as a whole, read out as it appears. */
export function FormProblem({ children }: { children: string | undefined }) {
  return (
    <p role="alert" className="text-[13px] text-down empty:hidden">
      {children}
    </p>
  )
}
