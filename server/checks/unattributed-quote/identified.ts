import type { Token } from '../../draft/tokens'
import type { Frame } from './frames'
import { AUXILIARIES, BE, DETERMINERS, isCue, PAPERS, SPEECH_NOUNS } from './lexicon'
import { nounPhraseFrom } from './noun-phrase'
import type { Source } from './source'
import { subjectBefore } from './subject'

/**
 * Who a sentence says spoke the words before it: "Those were the words of Ines Varga", "So said Hale", "That is what the
 * sign said", "The statement was signed by …", "Hale was speaking at …".
 */
export function identified(tokens: readonly Token[], frame: Frame): Source | undefined {
  const { from, to } = frame
  const { lower } = tokens[from]!
  if (lower === 'so' || lower === 'thus') return soSaid(tokens, frame)
  const subject = tokens[from + 1]?.lower ?? ''
  if (lower === 'the' && (PAPERS.has(subject) || NOTICES.has(subject)) && !tellsOf(tokens, from + 1))
    return { speaker: { from, to: from + 2 }, cue: undefined }
  if (!POINTING.has(lower)) return speakingSubject(tokens, frame)
  for (let i = from + 1; i < to && i < from + 8; i++) {
    const word = tokens[i]!.lower
    if (word === 'what' || word === 'how') return whatWasSaid(tokens, i + 1, to)
    if (!SPEECH_NOUNS.has(word) && !VIEWS.has(word)) continue
    const link = tokens[i + 1]?.lower ?? ''
    // "Those words were Hale's", and not "The speech was short".
    const belongs =
      link === 'of' || link === 'from' || link === 'by' ? lower !== 'the' : lower === 'the' && link === 'were'
    if (!belongs) return undefined
    const speaker = nounPhraseFrom(tokens, i + 2, to)
    return speaker && { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}

/**
 * "The ruling takes effect in May.", "The study also counted gulls.": what a finding does, where a letter that "goes on for
 * a page" is the one that was quoted.
 */
const tellsOf = (tokens: readonly Token[], noun: number): boolean => {
  const verb = tokens[noun + 1]?.lower === 'also' ? noun + 2 : noun + 1
  const { lower } = tokens[verb] ?? { lower: '' }
  return FINDINGS.has(tokens[noun]!.lower) && !isCue(lower) && !AUXILIARIES.has(lower)
}

const FINDINGS = new Set([
  'ruling',
  'study',
  'survey',
  'report',
  'lawsuit',
  'filing',
  'petition',
  'resolution',
])

/** '"Never again." Those two words were on every wall.': the sentence behind takes the quoted words as words. */
export function speaksOfWords(tokens: readonly Token[], { from, to }: Frame): boolean {
  if (!['those', 'these', 'that', 'this', 'the'].includes(tokens[from]!.lower)) return false
  for (let i = from + 1; i < to && i < from + 5; i++) {
    if (MENTIONED.has(tokens[i]!.lower)) return !['of', 'from', 'by'].includes(tokens[i + 1]?.lower ?? '')
    if (tokens[i]!.kind === 'mark') return false
  }
  return false
}

const MENTIONED = new Set([
  'words',
  'word',
  'phrase',
  'slogan',
  'motto',
  'sentence',
  'refrain',
  'chant',
  'cry',
])

const POINTING = new Set(['those', 'these', 'that', 'this', 'such', 'the'])
export const NOTICES = new Set([
  'notice',
  'sign',
  'poster',
  'placard',
  'banner',
  'leaflet',
  'inscription',
  'graffiti',
])
const VIEWS = new Set(['verdict', 'view', 'message', 'reaction'])

/** "So said Hale", "Thus spoke the boatswain". */
function soSaid(tokens: readonly Token[], { from, to }: Frame): Source | undefined {
  const verb = tokens[from + 1]
  if (!verb || !isCue(verb.lower)) return undefined
  const speaker = nounPhraseFrom(tokens, from + 2, to)
  return speaker && { speaker, cue: { from: from + 1, to: from + 2 } }
}

/** "That is what I wrote on the wall", "That was how Varga put it". */
export function whatWasSaid(tokens: readonly Token[], at: number, to: number): Source | undefined {
  for (let i = at + 1; i < to && i < at + 12; i++) {
    // "our lead engineer puts it"
    if (!isCue(tokens[i]!.lower) || DETERMINERS.has(tokens[i - 1]!.lower)) continue
    const speaker = subjectBefore(tokens, at, i) ?? nounPhraseFrom(tokens, at, i)
    return speaker && { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}

/** "Hale was speaking …", "They were talking to the board". */
function speakingSubject(tokens: readonly Token[], { from, to }: Frame): Source | undefined {
  for (let i = from + 1; i < to && i < from + 14; i++) {
    if (tokens[i]!.lower !== 'speaking' || !BE.has(tokens[i - 1]!.lower)) continue
    const speaker = nounPhraseFrom(tokens, from, i - 1)
    return speaker && { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}
