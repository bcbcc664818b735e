interface Edit {
  /** Bits put on by hand, with the epoch second of each. */
  added: Map<number, number>
  /** Bits taken off by hand. */
  removed: number
}

/** Tags put on and taken off by hand, by call key, on top of those that the calls were made with. */
export class TagEdits {
  private readonly edits = new Map<number, Edit>()

  keys(): IterableIterator<number> {
    return this.edits.keys()
  }

  add(key: number, bit: number, now: number): void {
    const edit = this.of(key)
    edit.added.set(bit, now)
    edit.removed &= ~bit
  }

  remove(key: number, bit: number): void {
    const edit = this.of(key)
    edit.added.delete(bit)
    edit.removed |= bit
  }

  /** When a bit was put on by hand, epoch seconds. */
  addedAt(key: number, bit: number): number | null {
    return this.edits.get(key)?.added.get(bit) ?? null
  }

  /** The bits of a call after its edits. */
  apply(key: number, bits: number, now: number): number {
    const edit = this.edits.get(key)
    if (!edit) return bits
    let result = bits & ~edit.removed
    for (const [bit, at] of edit.added) if (at <= now) result |= bit
    return result
  }

  private of(key: number): Edit {
    const known = this.edits.get(key)
    if (known) return known
    const edit: Edit = { added: new Map(), removed: 0 }
    this.edits.set(key, edit)
    return edit
  }
}
