import type { Read } from '../check'
import type { QuoteFacts } from './facts'
import type { Person } from './people'
import { pronounIn } from './pronouns'
import { type Said, saidIn } from './said'
import { createSpeakerReader, type SpeakerReader } from './speakers'

/**
 * - `nobody`: speech of which the draft doesn't say whose it is
 * - `named`: somebody with a name
 * - `described`: without a name, but not just anybody: "the harbour master", "a sign on the pier"
 * - `unnamed`: whoever the draft doesn't want to name: "a senior official"
 * - `pronoun`: "she", where it isn't plain whom that means
 */
export type SourceKind = 'nobody' | 'named' | 'described' | 'unnamed' | 'pronoun'

/** Somebody who is quoted in a draft, with all that they say there. */
export interface QuotedSource {
  readonly kind: SourceKind
  /** "Ines Varga", however the draft calls her; empty for nobody. */
  readonly name: string
  /** What else the draft calls them where it quotes them: "Varga", "she". */
  readonly alsoCalled: readonly string[]
  /** In the order of the text. */
  readonly quotations: readonly Said[]
}

/** Who is quoted in a draft: nobody first, then everybody in the order in which the draft begins to quote them. */
export function sourcesOf(
  read: Read<QuoteFacts>,
  readSpeakers: SpeakerReader = createSpeakerReader(),
): QuotedSource[] {
  const groups = new Map<string | Person, Group>()
  for (const said of saidIn(read, readSpeakers)) {
    if (!isSpeech(said)) continue
    const group = groupOf(said)
    const known = groups.get(group.key) ?? group
    groups.set(group.key, known)
    known.quotations.push(said)
  }
  const sources = [...groups.values()].map(sourceOf)
  return [...sources.filter(isNobody), ...sources.filter((source) => !isNobody(source))]
}

/** A mark without a partner and without a speaker may be no quotation at all. */
const isSpeech = ({ verdict, speaker }: Said): boolean =>
  verdict !== 'not-speech' && (verdict !== 'unclosed' || speaker !== undefined)

const isNobody = ({ kind }: QuotedSource): boolean => kind === 'nobody'

interface Group {
  /** A person, or the words that stand for them. */
  readonly key: string | Person
  readonly kind: SourceKind
  readonly name: string
  readonly quotations: Said[]
}

function groupOf({ speaker, anonymous }: Said): Group {
  if (!speaker) return { key: '', kind: 'nobody', name: '', quotations: [] }
  const { words, person } = speaker.meant ?? speaker
  if (person) return { key: person, kind: 'named', name: person.name, quotations: [] }
  const key = words.toLowerCase().replace(/^(?:the|an?) /, '')
  return { key, kind: kindOf(words, anonymous), name: words, quotations: [] }
}

function kindOf(words: string, isAnonymous: boolean): SourceKind {
  if (isAnonymous) return 'unnamed'
  return PRONOUN.test(words) ? 'pronoun' : 'described'
}

const PRONOUN = /^(?:he|she|they|i|we|you|who|one|both|another|everyone)$/i

function sourceOf({ kind, name, quotations }: Group): QuotedSource {
  const called = new Map<string, string>()
  for (const { speaker } of quotations)
    if (speaker) called.set(speaker.words.toLowerCase(), asInside(speaker.words))
  called.delete(name.toLowerCase())
  return { kind, name, alsoCalled: [...called.values()], quotations }
}

/** "She" stands so only where it begins a sentence. */
const asInside = (words: string): string => (pronounIn(words) ? words.toLowerCase() : words)
