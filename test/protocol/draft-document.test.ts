import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { DraftDocument } from '../../server/lsp/draft-document'

interface Edit {
  readonly from: number
  readonly lines: number
  readonly character: number
  readonly text: string
}

const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '😀'), maxLength: 12 })
const edits = fc.array(
  fc.record<Edit>({ from: fc.nat(), lines: fc.nat(2), character: fc.integer({ min: -1, max: 9 }), text }),
  { maxLength: 12 },
)

/** An edit of lines that the document has: what isn't there, the library counts in ways of its own. */
function changeOf(
  { lineCount }: TextDocument,
  { from, lines, character, text }: Edit,
): TextDocumentContentChangeEvent {
  if (from % 5 === 4) return { text }
  const line = from % lineCount
  const end = { line: Math.min(line + lines, lineCount - 1), character: character + 2 }
  return { range: { start: { line, character }, end }, text }
}

test('an open document counts lines and offsets as any other does', () => {
  fc.assert(
    fc.property(text, edits, (first, edits) => {
      const draft = DraftDocument.create('file:///a.txt', 'plaintext', 1, first)
      const document = TextDocument.create('file:///a.txt', 'plaintext', 1, first)
      for (const [i, edit] of edits.entries()) {
        const changes = [changeOf(document, edit)]
        DraftDocument.update(draft, changes, i + 2)
        TextDocument.update(document, changes, i + 2)
        expect(String(draft.text)).toBe(document.getText())
        for (let offset = -1; offset <= draft.text.length + 1; offset++)
          expect(draft.positionAt(offset)).toEqual(document.positionAt(offset))
        for (let line = -1; line <= document.lineCount + 1; line++)
          for (let character = -1; character < 9; character++)
            expect(draft.offsetAt({ line, character })).toBe(document.offsetAt({ line, character }))
      }
    }),
    { numRuns: 80 },
  )
})
