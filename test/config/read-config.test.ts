import { describe, expect, test } from 'vitest'
import { readProjectFile, readSettings, resolveConfig } from '../../server/config/read-config'

/** What is said of a project file, with the place it is said of. */
const problems = (text: string) =>
  readProjectFile(text).problems.map(({ message, start, end }) => `${text.slice(start, end)}: ${message}`)

describe('a project file', () => {
  test('may hold comments and trailing commas', () => {
    const { written, problems: none } = readProjectFile('{\n  // AP it is\n  "house": "ap",\n}')
    expect(none).toEqual([])
    expect(written).toEqual({ house: 'ap' })
  })

  test('a wrong value is reported at its place, and the rest holds', () => {
    const text = '{ "house": "apx", "mark": "[?? %s]" }'
    expect(problems(text)).toEqual([
      '"apx": "house" is "apx"; expected: "plain", "ap", "guardian", "iso", "wikipedia"',
    ])
    expect(readProjectFile(text).written).toEqual({ mark: '[?? %s]' })
  })

  test('an unknown key is reported', () =>
    expect(problems('{ "hose": "ap" }')).toEqual(['"hose": "hose" is no setting of Stet']))

  test('an unknown kind is reported, and the other kinds hold', () => {
    const text = '{ "checks": { "vague-time": { "fuzy": "off", "relative": "error" } } }'
    expect(problems(text)).toHaveLength(1)
    expect(resolveConfig({}, readProjectFile(text).written).checks['vague-time']).toEqual({
      relative: 'error',
    })
  })

  test('a day that no calendar has is reported', () =>
    expect(problems('{ "date": "2013-02-30" }')).toEqual([
      '"2013-02-30": "date" is not a calendar day such as 2013-10-15',
    ]))

  test('a mark without a place for the question is reported', () =>
    expect(problems('{ "mark": "TK" }')).toHaveLength(1))

  test('half an entry of stands is reported, and the whole ones hold', () => {
    const text =
      '{ "stands": [{ "check": "vague-time" }, { "check": "vague-time", "words": "a", "in": "b" }] }'
    expect(problems(text).length).toBeGreaterThan(0)
    expect(readProjectFile(text).written.stands).toHaveLength(1)
  })

  test('what is no JSON is reported, and what can be read of it holds', () => {
    const { written, problems: found } = readProjectFile('{ "house": "ap", "mark" }')
    expect(found.length).toBeGreaterThan(0)
    expect(written.house).toBe('ap')
  })

  test('an empty file says nothing', () => expect(readProjectFile('')).toEqual({ written: {}, problems: [] }))
})

describe('settings and project file', () => {
  test('the file goes before the settings, kind by kind', () => {
    const settings = readSettings({
      house: 'iso',
      checks: { 'vague-time': { fuzzy: 'off', relative: 'hint' } },
    })
    const file = readProjectFile('{ "house": "ap", "checks": { "vague-time": { "relative": "error" } } }')
    const config = resolveConfig(settings.written, file.written)
    expect(config.house).toBe('ap')
    expect(config.checks['vague-time']).toEqual({ fuzzy: 'off', relative: 'error' })
  })

  test('one severity is for all kinds of a check', () => {
    const { written } = readSettings({ checks: { 'unattributed-quote': 'off' } })
    expect(new Set(Object.values(resolveConfig(written, {}).checks['unattributed-quote']!))).toEqual(
      new Set(['off']),
    )
  })

  test('an empty date is none', () =>
    expect(resolveConfig(readSettings({ date: '' }).written, {}).date).toBeUndefined())
})
