import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CLI = path.resolve('dist/cli.js')
const COPY = 'The mayor opened the new bridge herself.'
const STORY = `${COPY}\n\nShe came back yesterday.\n\n${COPY}\n`
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-cli-'))
  write('drafts/story.txt', STORY)
  write('drafts/clean.md', '# The bridge\n\nIt is open.\n')
  write('drafts/notes.csv', 'a,b\n')
  write('drafts/left/out.txt', STORY)
  write('drafts/.gitignore', 'left/\n')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

function write(file: string, content: string | Buffer) {
  const full = path.join(folder, file)
  fs.mkdirSync(path.dirname(full), { recursive: true })
  fs.writeFileSync(full, content)
}

function stet(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  })
  expect(stderr).not.toMatch(/\n\s+at /)
  return { status, stdout, stderr }
}
const json = (args: string[], input?: string) => JSON.parse(stet([...args, '--format', 'json'], input).stdout)

describe('stet check --across-drafts', () => {
  beforeAll(() => {
    write('desk/a.txt', `${COPY}\n`)
    write('desk/b.txt', `Nobody spoke.\n\n${COPY}\n`)
    write('project/a.txt', `${COPY}\n`)
    write('project/b.txt', `${COPY}\n`)
    write('project/stet.json', '{ "acrossDrafts": true }')
  })

  test('reports what stands in another draft, in the later one', () => {
    expect(stet(['check', 'desk']).status).toBe(0)
    const { files } = json(['check', 'desk', '--across-drafts'])
    expect(files).toMatchObject([
      { path: 'desk/a.txt', findings: [] },
      {
        path: 'desk/b.txt',
        findings: [
          {
            kind: 'exact',
            start: 15,
            message: 'This paragraph stands in desk/a.txt too.',
            related: [{ path: 'desk/a.txt', start: 0, end: COPY.length }],
            data: { similarity: 1, repeats: { path: 'desk/a.txt' }, first: { path: 'desk/a.txt' } },
            fixes: [{ title: 'Remove this copy', preferred: false }],
          },
        ],
      },
    ])
  })

  test('the other place is shown with its own file in every format', () => {
    expect(stet(['check', 'desk', '--across-drafts']).stdout).toContain('    desk/a.txt:1:1  ')
    const sarif = JSON.parse(stet(['check', 'desk', '--across-drafts', '--format', 'sarif']).stdout)
    expect(sarif.runs[0].results[0].relatedLocations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'desk/a.txt' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: COPY.length + 1 },
    })
  })

  test('a project file may want it', () => expect(stet(['check', 'project']).status).toBe(1))

  test('--fix takes nothing out', () => {
    stet(['check', 'desk', '--across-drafts', '--fix'])
    expect(fs.readFileSync(path.join(folder, 'desk/b.txt'), 'utf8')).toContain(COPY)
  })
})

describe('stet check', () => {
  test('prints findings with their lines, and exits with 1', () => {
    const { status, stdout } = stet(['check', 'drafts/story.txt'])
    expect(status).toBe(1)
    expect(stdout).toContain('3:15  information vague-time/relative')
    expect(stdout).toContain(`    She came back yesterday.\n${' '.repeat(18)}~~~~~~~~~\n`)
    expect(stdout).toContain('2 findings in 1 draft (1 warning, 1 information).')
    expect(stdout).not.toContain('\u001b')
  })

  test('the JSON of a file', () => {
    const { version, files, errors } = json(['check', 'drafts/story.txt', '--date', '2013-10-15'])
    expect(version).toBe(1)
    expect(errors).toEqual([])
    expect(files).toMatchObject([
      {
        path: 'drafts/story.txt',
        language: 'plaintext',
        date: '2013-10-15',
        findings: [
          {
            check: 'vague-time',
            kind: 'relative',
            severity: 'information',
            start: 56,
            end: 65,
            text: 'yesterday',
            range: { start: { line: 2, character: 14 }, end: { line: 2, character: 23 } },
            data: { value: '2013-10-14' },
          },
          {
            check: 'duplicate-paragraph',
            kind: 'exact',
            related: [{ start: 0, end: 40 }],
            data: { similarity: 1, first: { start: 0, end: 40 }, repeats: { start: 0, end: 40 } },
            fixes: expect.arrayContaining([
              expect.objectContaining({ title: 'Remove this copy', preferred: true }),
            ]),
          },
        ],
      },
    ])
  })

  test('a folder means its drafts, without what ignore files leave out', () => {
    const { files } = json(['check', 'drafts'])
    expect(files.map(({ path: name }: { path: string }) => name)).toEqual([
      'drafts/clean.md',
      'drafts/story.txt',
    ])
  })

  test('standard input has the name that it is given', () => {
    const { files } = json(['check', '-', '--stdin-filename', 'draft.md'], 'She came back yesterday.\n')
    expect(files).toMatchObject([
      { path: 'draft.md', language: 'markdown', findings: [{ check: 'vague-time' }] },
    ])
  })

  test('a level decides the exit code', () => {
    write('time.txt', 'She came back yesterday.\n')
    expect(stet(['check', 'time.txt']).status).toBe(0)
    expect(stet(['check', 'time.txt', '--fail-on', 'information']).status).toBe(1)
    expect(stet(['check', 'drafts/story.txt', '--fail-on', 'error']).status).toBe(0)
  })

  test('a baseline leaves out what was there before, wherever it has moved', () => {
    write('old.json', stet(['check', 'drafts/story.txt', '--format', 'json']).stdout)
    expect(stet(['check', 'drafts/story.txt', '--baseline', 'old.json']).status).toBe(0)
    write('grown/story.txt', STORY)
    expect(stet(['check', 'grown/story.txt', '--baseline', 'old.json']).status).toBe(1)
  })

  test('fixes what is safe, and keeps byte order mark and line ends', () => {
    write('fix.txt', `\ufeff${STORY.replaceAll('\n', '\r\n')}`)
    expect(stet(['check', 'fix.txt', '--fix', '--date', '2013-10-15']).status).toBe(0)
    const text = fs.readFileSync(path.join(folder, 'fix.txt'), 'utf8')
    expect(text).toBe(`\ufeff${COPY}\r\n\r\nShe came back on October 14, 2013.\r\n`)
  })

  test('compact, GitHub and SARIF', () => {
    expect(stet(['check', 'drafts/story.txt', '--format', 'compact']).stdout).toMatch(
      /^drafts\/story\.txt:3:15: information vague-time\/relative /,
    )
    expect(stet(['check', 'drafts/story.txt', '--format', 'github']).stdout).toContain(
      '::warning file=drafts/story.txt,line=5,endLine=5,col=1,endColumn=41,title=duplicate-paragraph/exact::',
    )
    const sarif = JSON.parse(stet(['check', 'drafts/story.txt', '--format', 'sarif']).stdout)
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'vague-time' }, { level: 'warning' }] }],
    })
  })

  test('the nearest project file holds', () => {
    write(
      'house/stet.json',
      '{ "checks": { "vague-time": "error", "duplicate-paragraph": "off" }, "ignore": ["old/**"] }',
    )
    write('house/new/story.txt', STORY)
    write('house/old/story.txt', STORY)
    const { files } = json(['check', 'house'])
    expect(files).toMatchObject([
      { path: 'house/new/story.txt', findings: [{ check: 'vague-time', severity: 'error' }] },
    ])
    expect(files).toHaveLength(1)
  })
})

describe('what can’t be done is said, and the rest is done', () => {
  test('a missing path', () => {
    const { status, stdout, stderr } = stet(['check', 'nowhere.txt', 'drafts/story.txt'])
    expect(status).toBe(2)
    expect(stderr).toBe('stet: nowhere.txt: there is no such file or folder\n')
    expect(stdout).toContain('2 findings')
  })

  test('a file that is not text, or not UTF-8', () => {
    write('picture.txt', Buffer.from([137, 80, 78, 71, 0, 0]))
    write('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    const { status, stderr } = stet(['check', 'picture.txt', 'latin.txt'])
    expect(status).toBe(2)
    expect(stderr).toBe(
      'stet: picture.txt: it is not a text file (it holds a NUL byte)\nstet: latin.txt: it is not UTF-8 text\n',
    )
  })

  test('a wrong option, command, value or check', () => {
    expect(stet(['check', '--frobnicate'])).toMatchObject({
      status: 2,
      stderr: "stet: Unknown option '--frobnicate'\n",
    })
    expect(stet(['chek'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"chek" is no command'),
    })
    expect(stet(['check', '--date', '2013-02-30']).stderr).toContain('--date is a calendar day')
    expect(stet(['check', '--fail-on', 'never']).stderr).toContain('--fail-on is one of')
    expect(stet(['explain', 'nothing'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"nothing" is no check'),
    })
    expect(stet(['check', 'drafts', '--config', 'none.json'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('none.json'),
    })
    expect(stet(['check', 'drafts', '--baseline', 'drafts/story.txt'])).toMatchObject({ status: 2 })
  })

  test('a broken project file, at its place', () => {
    write('broken/stet.json', '{\n  "house": "apx"\n}')
    write('broken/story.txt', STORY)
    const { status, stdout, stderr } = stet(['check', 'broken'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^stet: broken\/stet\.json:2:12: "house" is "apx"; expected: /)
    expect(stdout).toContain('2 findings')
  })
})

describe('the other commands', () => {
  test('stet quotes lists quotations with their speakers', () => {
    write('quote.txt', '"It is open at last," Ines Varga said.\n')
    expect(json(['quotes', 'quote.txt']).files).toMatchObject([
      {
        quotes: [
          {
            start: 0,
            end: 21,
            verdict: 'attributed',
            speaker: { text: 'Ines Varga' },
            cue: { text: 'said' },
            anonymous: false,
          },
        ],
      },
    ])
  })

  test('stet quotes prints verdict, speaker and verb on one line, and whom a pronoun most likely means', () => {
    write(
      'said.txt',
      '"It is open at last," said Ines\nVarga. "Come and see," she\nadded.\n\nThe pier was empty. "Nobody came at all."\n',
    )
    const { stdout } = stet(['quotes', 'said.txt'])
    expect(stdout.split('\n').slice(2, 5)).toEqual([
      '  1:1   attributed    Ines Varga        said   "It is open at last,"',
      '  2:8   attributed    she (Ines Varga)  added  "Come and see,"',
      '  5:21  unattributed  -                 -      "Nobody came at all."',
    ])
  })

  test('stet times lists expressions of time with their values', () => {
    expect(json(['times', 'drafts/story.txt', '--date', '2013-10-15']).files).toMatchObject([
      { times: [{ text: 'yesterday', kind: 'relative', value: '2013-10-14', anchor: 'draft-date' }] },
    ])
  })

  test('stet explain prints the page of a check', () =>
    expect(stet(['explain', 'vague-time'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('## Why is this bad?'),
    }))

  test('help and version', () => {
    expect(stet(['--help']).stdout).toContain('stet check')
    expect(stet(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
