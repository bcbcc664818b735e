const WINDOW = 1000

/** Counts what was asked, for tests and benches. */
export class RequestLog {
  private counts = new Map<string, Map<number, number>>()
  private others: number[] = []
  private peak = 0

  constructor(private readonly time: () => number = () => performance.now()) {}

  /** Notes a request as it comes in. */
  arrived(method: string): void {
    if (method === 'GET' || method === 'HEAD') return
    const now = this.time()
    this.others = this.others.filter(at => at > now - WINDOW)
    this.others.push(now)
    this.peak = Math.max(this.peak, this.others.length)
  }

  /** Notes the status it was answered with; 0: not answered. */
  answered(operation: string, status: number): void {
    const statuses = this.counts.get(operation) ?? new Map<number, number>()
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    this.counts.set(operation, statuses)
  }

  clear(): void {
    this.counts = new Map()
    this.others = []
    this.peak = 0
  }

  report() {
    const operations = Object.fromEntries(
      [...this.counts].map(([name, statuses]) => [name, Object.fromEntries(statuses)]),
    )
    const total = [...this.counts.values()].flatMap(statuses => [...statuses.values()]).reduce((a, b) => a + b, 0)
    return { total, operations, most_other_than_get_in_one_second: this.peak }
  }
}
