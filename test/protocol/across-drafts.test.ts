import { describe, expect, test, vi } from 'vitest'
import { connect, URI } from './client'

const COPY = 'The mayor opened the new bridge herself.'
const OTHER = 'file:///drafts/a.txt'
const settings = { acrossDrafts: true }

const itemsOf = (report: unknown) =>
  (report as { items: { message: string; relatedInformation: unknown[] }[] }).items

describe('a paragraph that stands in another draft', () => {
  test('is reported in an open draft, with its place in the other one', async () => {
    const { draft, draftAt } = await connect({ settings })
    const other = draftAt(OTHER)
    await other.open(`Nobody spoke.\n\n${COPY}\n`)
    await other.diagnostics()
    await draft.open(`${COPY}\n`)
    expect(itemsOf(await draft.diagnostics())).toMatchObject([
      {
        message: 'This paragraph stands in a.txt too.',
        relatedInformation: [{ location: { uri: OTHER, range: { start: { line: 2, character: 0 } } } }],
      },
    ])
    expect((await draft.actions(COPY)).map(({ title }) => title)).toEqual([
      'Remove this copy',
      'Let it stand',
    ])
  })

  test('is no matter unless the setting is on', async () => {
    const { draft, draftAt } = await connect({ files: { [OTHER]: COPY } })
    await draftAt(OTHER).open(COPY)
    await draftAt(OTHER).diagnostics()
    await draft.open(COPY)
    expect(itemsOf(await draft.diagnostics())).toEqual([])
  })

  test('is gone when the other draft no longer has it, and the editor is told to ask again', async () => {
    const { draft, draftAt, refreshes } = await connect({ settings })
    const other = draftAt(OTHER)
    await other.open(COPY)
    await other.diagnostics()
    await draft.open(COPY)
    expect(itemsOf(await draft.diagnostics())).toHaveLength(1)
    await other.replace('the new bridge', 'a library')
    await other.diagnostics()
    await vi.waitFor(() => expect(refreshes.count).toBeGreaterThan(0))
    expect(itemsOf(await draft.diagnostics())).toEqual([])
  })

  test('is published anew to a client that does not pull', async () => {
    const { draft, draftAt, published } = await connect({ settings, pull: false })
    await draft.open(COPY)
    const other = draftAt(OTHER)
    await other.open(COPY)
    await vi.waitFor(() =>
      expect(published.at(-1)).toMatchObject({ uri: URI, diagnostics: [{ code: 'duplicate-paragraph' }] }),
    )
    await other.close()
    await vi.waitFor(() => expect(published.at(-1)).toMatchObject({ uri: URI, diagnostics: [] }))
  })

  test('may stand in a draft on the disk, which may change', async () => {
    const files = { [OTHER]: `Nobody spoke.\n\n${COPY}\n` }
    const { connection, draft, refreshes } = await connect({ settings, files })
    await draft.open(COPY)
    await draft.diagnostics()
    await vi.waitFor(() => expect(refreshes.count).toBe(1))
    expect(itemsOf(await draft.diagnostics())).toMatchObject([
      { relatedInformation: [{ location: { uri: OTHER, range: { start: { line: 2, character: 0 } } } }] },
    ])
    files[OTHER] = 'Nobody spoke.'
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: OTHER, type: 2 }],
    })
    await vi.waitFor(() => expect(refreshes.count).toBe(2))
    expect(itemsOf(await draft.diagnostics())).toEqual([])
  })
})
