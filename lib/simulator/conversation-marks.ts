interface Mark {
  /** Read or unread as somebody set it, and when (epoch seconds); later activity overrules it. */
  unread: boolean | null
  archived: boolean
  at: number
}

export type ConversationAction = 'READ' | 'UNREAD' | 'ARCHIVE' | 'UNARCHIVE'

/** What people did with conversations: read, unread, archived. */
export class ConversationMarks {
  private readonly marks = new Map<string, Mark>()
  /** Grows with every change, so that others may know that what they hold is old. */
  version = 0

  apply(line: number, contact: number, action: ConversationAction, now: number): void {
    const before = this.of(line, contact)
    this.marks.set(`${line}/${contact}`, {
      unread: action === 'UNREAD' ? true : action === 'UNARCHIVE' ? (before?.unread ?? null) : false,
      archived: action === 'ARCHIVE' || (action !== 'UNARCHIVE' && (before?.archived ?? false)),
      at: now,
    })
    this.version++
  }

  of(line: number, contact: number): Mark | undefined {
    return this.marks.get(`${line}/${contact}`)
  }
}
