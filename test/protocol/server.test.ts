import { afterEach, describe, expect, test, vi } from 'vitest'
import { CHECKS } from '../../server/checks/registry'
import { connect, URI } from './client'

const COPY = 'The mayor opened the new bridge herself.'
const STORY = `${COPY}\n\nShe came back yesterday.\n\n${COPY}\n`

describe('diagnostics', () => {
  test('are answered to a client that pulls', async () => {
    const { draft, initialized } = await connect()
    expect(initialized.capabilities.diagnosticProvider).toBeTruthy()
    await draft.open(STORY)
    const report = await draft.diagnostics()
    expect(report).toMatchObject({
      kind: 'full',
      items: [
        { code: 'vague-time', source: 'stet', severity: 3, range: { start: { line: 2, character: 14 } } },
        {
          code: 'duplicate-paragraph',
          severity: 2,
          tags: [1],
          codeDescription: { href: 'file:///docs/duplicate-paragraph.md' },
          relatedInformation: [{ location: { uri: URI, range: { start: { line: 0, character: 0 } } } }],
        },
      ],
    })
  })

  test('are answered as unchanged when nothing has changed for the reader', async () => {
    const { draft } = await connect()
    await draft.open(STORY)
    const first = await draft.diagnostics()
    const again = await draft.diagnostics(first.resultId)
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId })
    await draft.replace('She came', 'He came')
    expect((await draft.diagnostics(first.resultId)).kind).toBe('full')
  })

  test('are published with the version to a client that does not pull', async () => {
    const { draft, published, initialized } = await connect({ pull: false })
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined()
    await draft.open(STORY)
    await vi.waitFor(() => expect(published.at(-1)).toMatchObject({ uri: URI, version: 1 }))
    await draft.replace('yesterday', 'later')
    await vi.waitFor(() =>
      expect(published.at(-1)).toMatchObject({ version: 2, diagnostics: [{ code: 'duplicate-paragraph' }] }),
    )
    await draft.close()
    await vi.waitFor(() => expect(published.at(-1)).toMatchObject({ uri: URI, diagnostics: [] }))
  })

  test('never number more than a thousand, and say what is left out', async () => {
    const { draft } = await connect()
    await draft.open(`${'She came back yesterday.\n\n'.repeat(1100)}`)
    const report = await draft.diagnostics()
    const items = report.kind === 'full' ? report.items : []
    expect(items).toHaveLength(1000)
    expect(items[0]).toMatchObject({ code: 'stet-limit', message: expect.stringContaining('101 more') })
  })

  test('of a long draft keep nobody waiting who asks for something else', async () => {
    const { draft } = await connect()
    const long = Array.from({ length: 4000 }, (_, i) => `Visitor ${i} came to the bridge yesterday, he said.`)
    await draft.open(long.join('\n\n'))
    const answered: string[] = []
    const diagnostics = draft.diagnostics().then((report) => {
      answered.push('diagnostics')
      return report
    })
    await draft.hover('Visitor 3999')
    answered.push('hover')
    expect(await diagnostics).toMatchObject({ kind: 'full' })
    expect(answered).toEqual(['hover', 'diagnostics'])
  })

  test('of a text that is typed over are those of the newer one', async () => {
    const { draft } = await connect()
    await draft.open(STORY)
    const first = draft.diagnostics()
    await draft.replace('yesterday', 'later')
    const items = [await first, await draft.diagnostics()].map((report) => 'items' in report && report.items)
    expect(items[0]).toHaveLength(1)
    expect(items[1]).toEqual(items[0])
  })

  test('columns are right behind an emoji', async () => {
    const { draft } = await connect()
    await draft.open('😀 She came back yesterday.\n')
    expect(await draft.diagnostics()).toMatchObject({
      items: [{ range: { start: { line: 0, character: 17 } } }],
    })
  })
})

describe('a check that fails', () => {
  /** Lets a check fail at a word that no draft should have. */
  const failAt = (word: string) => {
    const [check] = CHECKS
    const { createReader } = check!
    vi.spyOn(check!, 'createReader').mockImplementation(() => {
      const read = createReader()
      return (reading) => {
        if (reading.prose.includes(word)) throw new Error(`${word} is too much`)
        return read(reading)
      }
    })
  }
  afterEach(() => vi.restoreAllMocks())

  test('is told to a client that pulls, and goes by with the words that it failed at', async () => {
    failAt('Krrk')
    const { draft } = await connect()
    await draft.open(STORY)
    const before = await draft.diagnostics()
    await draft.replace('She', 'Krrk')
    await expect(draft.diagnostics()).rejects.toThrow('Krrk is too much')
    await draft.replace('Krrk', 'She')
    expect((await draft.diagnostics()) as object).toMatchObject({
      items: (before as { items: object[] }).items,
    })
  })

  test('takes nothing away from a client that does not pull but its own answer', async () => {
    failAt('Krrk')
    const { draft, published } = await connect({ pull: false })
    await draft.open(STORY)
    await vi.waitFor(() => expect(published.at(-1)).toMatchObject({ version: 1 }))
    await draft.replace('She', 'Krrk')
    await draft.replace('Krrk', 'He')
    await vi.waitFor(() => expect(published.at(-1)).toMatchObject({ version: 3, diagnostics: [{}, {}] }))
  })
})

describe('configuration', () => {
  test('settings hold', async () => {
    const { draft } = await connect({ settings: { checks: { 'vague-time': 'off' } } })
    await draft.open(STORY)
    expect(await draft.diagnostics()).toMatchObject({ items: [{ code: 'duplicate-paragraph' }] })
  })

  test('a project file goes before settings, and what is wrong in it is said there', async () => {
    const projectFile = {
      uri: 'file:///drafts/stet.json',
      text: '{ "house": "apx",\n "checks": { "vague-time": "error" } }',
    }
    const { draft, published } = await connect({ projectFile, settings: { checks: { 'vague-time': 'off' } } })
    await draft.open(STORY)
    expect(await draft.diagnostics()).toMatchObject({ items: [{ code: 'vague-time', severity: 1 }, {}] })
    expect(published).toMatchObject([
      {
        uri: projectFile.uri,
        diagnostics: [{ code: 'stet-config', range: { start: { line: 0, character: 11 } } }],
      },
    ])
  })

  test('changed settings hold at once', async () => {
    const { draft, connection, current } = await connect()
    await draft.open(STORY)
    await draft.diagnostics()
    current.settings = { checks: { 'vague-time': 'off', 'duplicate-paragraph': 'off' } }
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect(await draft.diagnostics()).toMatchObject({ items: [] })
  })

  test('an ignored draft has no findings', async () => {
    const projectFile = { uri: 'file:///drafts/stet.json', text: '{ "ignore": ["*.txt"] }' }
    const { draft } = await connect({ projectFile })
    await draft.open(STORY)
    expect(await draft.diagnostics()).toMatchObject({ items: [] })
  })
})

describe('code actions', () => {
  test('offer the fixes of the words they are asked for', async () => {
    const { draft } = await connect({ extension: true })
    await draft.open(STORY)
    const actions = await draft.actions('yesterday')
    expect(actions.map(({ title }) => title)).toContain('Mark for the desk')
    expect(actions.map(({ title }) => title)).toContain('Set this draft’s date…')
    expect(actions.map(({ title }) => title)).not.toContain('Remove this copy')
  })

  test('one fix does not spoil the others', async () => {
    const { draft } = await connect()
    await draft.open(`${STORY}\n${COPY}\n`)
    const [first] = (await draft.actions(`${COPY}\n\n${COPY}`)).filter(
      ({ title }) => title === 'Remove this copy',
    )
    expect(first!.isPreferred).toBe(true)
    await draft.replace(`\n\n${COPY}\n\n`, '\n\n')
    const rest = (await draft.actions(COPY.slice(4))).length
    expect(rest).toBe(0)
    const last = draft.document.getText().lastIndexOf(COPY)
    expect(last).toBeGreaterThan(0)
  })

  test('a removal leaves the rest byte for byte', async () => {
    const { draft } = await connect()
    await draft.open(STORY)
    const actions = await draft.actions(STORY)
    const removal = actions.find(({ title }) => title === 'Remove this copy')
    expect(draft.after(removal!)).toBe(`${COPY}\n\nShe came back yesterday.\n`)
  })

  test('a fix-all is there for who asks', async () => {
    const { draft } = await connect({ settings: { date: '2013-10-15' } })
    await draft.open(STORY)
    const [action] = await draft.actions(COPY, ['source.fixAll'])
    expect(action).toMatchObject({ kind: 'source.fixAll.stet' })
    const after = draft.after(action!)
    expect(after).toContain('October 14, 2013')
    expect(after.split(COPY)).toHaveLength(2)
    expect((await draft.actions(COPY)).map(({ kind }) => kind)).not.toContain('source.fixAll.stet')
  })

  test('plain text is let stand by the project file', async () => {
    const { draft } = await connect({ projectFile: { uri: 'file:///drafts/stet.json', text: '{}' } })
    await draft.open(STORY)
    const action = (await draft.actions('yesterday')).find(({ title }) => title === 'Let it stand')
    const [change] = action!.edit!.documentChanges as {
      textDocument: { uri: string }
      edits: { newText: string }[]
    }[]
    expect(change!.textDocument.uri).toBe('file:///drafts/stet.json')
    expect(change!.edits.map(({ newText }) => newText).join('')).toContain('"in": "She came back yesterday."')
  })
})

describe('what Stet’s own client asks', () => {
  test('a hover explains the finding and shows the date', async () => {
    const { draft } = await connect({ settings: { date: '2013-10-15' } })
    await draft.open(STORY)
    const hover = await draft.hover('yesterday')
    expect(hover!.contents.value).toContain('Vague time')
    expect(hover!.contents.value).toContain('`2013-10-14`')
    expect(await draft.hover('She came')).toBeNull()
  })

  test('a hover says whom a pronoun most likely means, and nothing of other quotations', async () => {
    const { draft } = await connect()
    await draft.open('"The tide is late," said Ruth Oyelaran. "It never is," she added.\n')
    const hover = await draft.hover('never is')
    expect(hover!.contents.value).toBe('Most likely **Ruth Oyelaran**, by “she added”.')
    expect(await draft.hover('she added')).toEqual(hover)
    expect(await draft.hover('The tide')).toBeNull()
  })

  test('who is quoted, nobody first, as the text stands', async () => {
    const { draft, connection } = await connect()
    await draft.open('"The tide is late," said Ruth Oyelaran.\n\nBoats lay along the quay.\n')
    expect(await connection.sendRequest('stet/sources', { uri: URI })).toMatchObject([
      { kind: 'named', name: 'Ruth Oyelaran' },
    ])
    await draft.replace('Boats lay', '"We never thought\nit would come." Boats lay')
    expect(await connection.sendRequest('stet/sources', { uri: URI })).toEqual([
      {
        kind: 'nobody',
        name: '',
        alsoCalled: [],
        quotations: [
          {
            range: { start: { line: 2, character: 0 }, end: { line: 3, character: 15 } },
            text: '"We never thought it would come."',
            speaker: null,
            by: null,
          },
        ],
      },
      {
        kind: 'named',
        name: 'Ruth Oyelaran',
        alsoCalled: [],
        quotations: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 19 } },
            text: '"The tide is late,"',
            speaker: 'Ruth Oyelaran',
            by: 'said Ruth Oyelaran',
          },
        ],
      },
    ])
    expect(await connection.sendRequest('stet/sources', { uri: 'file:///drafts/other.txt' })).toBeNull()
  })

  test('the state of each draft is told after a check', async () => {
    const { draft, statuses } = await connect({ extension: true })
    await draft.open(STORY)
    await draft.diagnostics()
    expect(statuses).toMatchObject([
      { uri: URI, version: 1, total: 2, findings: { warning: 1, information: 1 }, date: null },
    ])
  })

  test('a date goes into front matter where there is some', async () => {
    const { draft, connection } = await connect()
    await draft.open('---\ntitle: The bridge\n---\n\nShe came.\n', 'markdown')
    const edit = await connection.sendRequest('stet/setDate', { uri: URI, day: '2013-10-15' })
    expect(draft.after({ title: '', edit: edit as never })).toBe(
      '---\ndate: 2013-10-15\ntitle: The bridge\n---\n\nShe came.\n',
    )
  })

  test('a text without front matter has no place for a date', async () => {
    const { draft, connection } = await connect()
    await draft.open('She came.\n')
    expect(await connection.sendRequest('stet/setDate', { uri: URI, day: '2013-10-15' })).toBeNull()
    const text = await connection.sendRequest('stet/projectFileWithDate', {
      text: '{\n  // ours\n  "house": "ap"\n}\n',
      day: '2013-10-15',
    })
    expect(text).toBe('{\n  // ours\n  "house": "ap",\n  "date": "2013-10-15"\n}\n')
  })

  test('a text that is not open can be checked', async () => {
    const { connection } = await connect()
    const params = {
      uri: 'file:///drafts/other.txt',
      languageId: 'plaintext',
      text: 'She came back yesterday.\n',
    }
    expect(await connection.sendRequest('stet/checkText', params)).toMatchObject([{ code: 'vague-time' }])
  })
})
