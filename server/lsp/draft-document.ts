import type { DocumentUri, Position, Range } from 'vscode-languageserver'
import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { type Change, merged } from '../draft/change'
import type { Span } from '../draft/span'
import { EditedText } from '../draft/text'
import { LineStarts } from './line-starts'

/** A text whose offsets can be told as the protocol tells them. Every `TextDocument` is one. */
export type PlacedText = Pick<TextDocument, 'uri' | 'version' | 'offsetAt' | 'positionAt'>

/**
 * An open document under edit, which remembers how its text has changed since somebody last asked. Offsets and positions
 * are those of any `TextDocument`: what lies outside the text or a line, or in its line break, is taken for the nearest
 * place in the line.
 */
export class DraftDocument implements PlacedText {
  private readonly lines: LineStarts
  private change: Change | undefined
  private unchangedTo = 0

  private constructor(
    readonly uri: DocumentUri,
    readonly languageId: string,
    public version: number,
    /** The text as it stands: another value after each edit. */
    public text: EditedText,
  ) {
    this.lines = new LineStarts(text)
  }

  static create(uri: DocumentUri, languageId: string, version: number, content: string): DraftDocument {
    return new DraftDocument(uri, languageId, version, EditedText.of(content))
  }

  /** Applies what a client sent, in its order: each change counts from the text that the one before has left. */
  static update(
    document: DraftDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): DraftDocument {
    for (const change of changes) document.apply(change)
    document.version = version
    return document
  }

  /** The change since the last call. */
  takeChange(): Change | undefined {
    const { change } = this
    this.change = undefined
    return change
  }

  /** Up to which offset the text is what it was at the last call; 0 at the first one. */
  takeUnchanged(): number {
    const { unchangedTo } = this
    this.unchangedTo = this.text.length
    return unchangedTo
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0
    if (line >= this.lines.count) return this.text.length
    const start = this.lines.at(line)
    if (character <= 0) return start
    const next = line + 1 < this.lines.count ? this.lines.at(line + 1) : this.text.length
    // A line break has two characters at most.
    if (start + character < next - 1) return start + character
    return this.beforeBreak(Math.min(start + character, next), start)
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.text.length))
    const line = this.lines.lineOf(within)
    const start = this.lines.at(line)
    return { line, character: this.beforeBreak(within, start) - start }
  }

  private apply(change: TextDocumentContentChangeEvent): void {
    const inserted = change.text
    const span = 'range' in change ? this.spanOf(change.range) : { start: 0, end: this.text.length }
    const applied = { ...span, length: inserted.length }
    this.change = merged(this.change, applied)
    this.unchangedTo = Math.min(this.unchangedTo, span.start)
    this.text = this.text.edited(span, inserted)
    this.lines.update(applied, this.text)
  }

  private spanOf({ start, end }: Range): Span {
    const [a, b] = [this.offsetAt(start), this.offsetAt(end)]
    return { start: Math.min(a, b), end: Math.max(a, b) }
  }

  private beforeBreak(offset: number, lineStart: number): number {
    let end = offset
    while (end > lineStart && isBreak(this.text.charCodeAt(end - 1))) end--
    return end
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13
