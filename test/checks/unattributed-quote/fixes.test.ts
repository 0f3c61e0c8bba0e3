import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../server/check'
import { check, fixed } from '../../marked'

const KNOWN = '"The tide is late," said Ruth Oyelaran, the mayor.\n\nBoats lay along the quay at noon.\n\n'

describe('Attribute to …', () => {
  test('a full stop inside the marks becomes a comma', () =>
    expect(fixed(`${KNOWN}"We never thought it would come."\n`, 'Attribute to Oyelaran')).toBe(
      `${KNOWN}"We never thought it would come," Oyelaran said.\n`,
    ))

  test('a question keeps its mark', () =>
    expect(fixed(`${KNOWN}“Who thought it would come to this?”\n`, 'Attribute to Oyelaran')).toBe(
      `${KNOWN}“Who thought it would come to this?” Oyelaran said.\n`,
    ))

  test('a full stop outside the marks stays outside', () =>
    expect(fixed(`${KNOWN}‘We never thought it would come’.\n`, 'Attribute to Oyelaran')).toBe(
      `${KNOWN}‘We never thought it would come’, Oyelaran said.\n`,
    ))

  test('several sentences break behind the first', () =>
    expect(fixed(`${KNOWN}“We never thought so. We were wrong.”\n`, 'Attribute to Oyelaran')).toBe(
      `${KNOWN}“We never thought so,” Oyelaran said. “We were wrong.”\n`,
    ))
})

describe('Mark for the desk', () => {
  test('is preferred, and silences the finding', () => {
    const text = 'Boats lay along the quay. "We never thought it would come."\n'
    const after = fixed(text, 'Mark for the desk')
    expect(after).toBe('Boats lay along the quay. "We never thought it would come." [TK: who said this?]\n')
    expect(check(after).findings).toEqual([])
  })

  test('takes the form that the settings give it', () => {
    const config = { mark: '<<%s>>' }
    const text = 'Boats lay along the quay. "We never thought it would come."\n'
    const after = fixed(text, 'Mark for the desk', { config })
    expect(after).toContain('come." <<who said this?>>')
    expect(check(after, { config }).findings).toEqual([])
  })

  test('no other fix is preferred', () => {
    const checked = check(`${KNOWN}"We never thought it would come."\n`)
    const preferred = fixesOf(checked.findings[0]!, checked).filter((fix) => fix.preferred)
    expect(preferred.map(({ title }) => title)).toEqual(['Mark for the desk'])
  })
})
