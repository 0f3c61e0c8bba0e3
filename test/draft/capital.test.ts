import { describe, expect, it } from 'vitest'
import { opensInSmall, opensWithCapital } from '../../server/draft/capital'

describe('the letter that a text opens with', () => {
  it.each(['Hale', 'I', 'Öst', 'Élan', 'Ж'])('is a capital: %s', (text) => {
    expect([opensWithCapital(text), opensInSmall(text)]).toEqual([true, false])
  })

  it.each(['hale', 'i', 'öst', 'élan', 'ж', 'ß'])('is small: %s', (text) => {
    expect([opensWithCapital(text), opensInSmall(text)]).toEqual([false, true])
  })

  it.each(['3', '“', '(', '東', '\u2060', '[', '`', '{', '@', ''])('is neither: %j', (text) => {
    expect([opensWithCapital(text), opensInSmall(text)]).toEqual([false, false])
  })
})
