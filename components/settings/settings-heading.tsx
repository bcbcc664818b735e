/** The name of a settings page. */
export function SettingsHeading({ title }: { title: string }) {
  return <h1 className="mb-3.5 font-[650] text-[20px] leading-8 tracking-[-0.02em]">{title}</h1>
}
