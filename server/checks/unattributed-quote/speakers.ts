import { blockAt, type Draft } from '../../draft/draft'
import { oneLine } from '../../draft/invisible'
import type { Paragraph } from '../../draft/paragraph'
import type { Read } from '../check'
import { namingWords } from './attribution'
import type { QuoteFacts } from './facts'
import { gendersOf, type Note } from './genders'
import { isBodyName } from './name-words'
import { type NameMention, namesIn } from './names'
import { type Person, peopleAmong } from './people'
import { type Named, namedBy } from './person-name'
import { FARTHEST, meantBy, pronounIn, type Role, type Spoken } from './pronouns'
import type { Resolved } from './resolved'
import { roleHolders } from './roles'
import { type Subject, subjectsOf } from './subjects'

/** The speaker of a quotation, as the draft calls them there. */
export interface Speaker {
  /** On one line, and without markup. */
  readonly words: string
  /** Who that is, if the words name somebody. */
  readonly person: Person | undefined
  /** Whom a pronoun most likely means, or "the mayor". */
  readonly meant: { readonly words: string; readonly person: Person | undefined } | undefined
}

/**
 * Finds the speakers of quotations; undefined for one that has none. Pronouns make it read the paragraphs round about,
 * each of them once for as long as it lives.
 */
export type SpeakerReader = (
  quotations: readonly Resolved[],
  read: Read<QuoteFacts>,
) => (quotation: Resolved) => Speaker | undefined

export function createSpeakerReader(): SpeakerReader {
  const namesOf = keptByParagraph(namesIn)
  const subjectsIn = keptByParagraph(subjectsOf)
  return (quotations, { draft }) => {
    const speakers = speakersOf(quotations, draft)
    const subjects = subjectsNear(speakers, draft, subjectsIn)
    const names = draft.blocks.flatMap(({ start, paragraph }, block) =>
      namesOf(paragraph).map((name) => namePlace(name, start, block, paragraph)),
    )
    const places = inOrder([...speakers, ...subjects, ...names])
    const people = whoIsWho(places)
    const roles = inRoles(places, people)
    const spoken = spokenOf(places, new Map([...people, ...roles]), draft)
    const meant = meantBy(spoken, gendersOf(notesOf(places, people)))
    const byPlace = new Map<number, Speaker>()
    for (const place of places) {
      const { at, words } = place
      const role = roles.get(place)
      const likely = role ? { words, person: role } : meant.get(at)
      byPlace.set(at, { words, person: people.get(place), meant: likely })
    }
    return ({ source }) => {
      const words = source && namingWords(source)
      return words && byPlace.get(words.start)
    }
  }
}

/** What is found out about a paragraph lives as long as it does. */
function keptByParagraph<Found>(find: (paragraph: Paragraph) => Found): (paragraph: Paragraph) => Found {
  const known = new WeakMap<Paragraph, { readonly found: Found }>()
  return (paragraph) => {
    const before = known.get(paragraph)
    if (before) return before.found
    const found = find(paragraph)
    known.set(paragraph, { found })
    return found
  }
}

/** Words that may stand for somebody, at their place in the draft. */
interface Place {
  readonly at: number
  readonly end: number
  readonly block: number
  readonly words: string
  readonly named: Named | undefined
  readonly role: Role
  readonly pronoun: 'he' | 'she' | undefined
}

/** Numbers the paragraphs so that no pronoun reaches over a heading. */
function paragraphNumbers({ blocks }: Draft): number[] {
  let number = 0
  return blocks.map(({ paragraph }) => {
    number += paragraph.kind === 'heading' ? FARTHEST + 1 : 1
    return number
  })
}

function speakersOf(quotations: readonly Resolved[], { blocks }: Draft): Place[] {
  const places = new Map<number, Place>()
  for (const { source } of quotations) {
    const speaker = source && namingWords(source)
    if (!speaker || places.has(speaker.start)) continue
    const block = blockAt(blocks, speaker.end)
    const { start, paragraph } = blocks[block]!
    const words = oneLine(paragraph.prose.slice(speaker.start - start, speaker.end - start))
    const { start: at, end } = speaker
    places.set(at, { at, end, block, words, named: namedBy(words), role: 'speaker', pronoun: undefined })
  }
  return [...places.values()]
}

/** The subjects of the sentences that a speaker's pronoun may point to. */
function subjectsNear(
  speakers: readonly Place[],
  { blocks }: Draft,
  subjectsIn: (paragraph: Paragraph) => readonly Subject[],
): Place[] {
  const near = new Set<number>()
  for (const { block, words } of speakers) {
    if (!pronounIn(words)) continue
    for (let b = Math.max(0, block - WINDOW); b <= block; b++) near.add(b)
  }
  return [...near].flatMap((block) => {
    const { start, paragraph } = blocks[block]!
    if (paragraph.kind === 'heading') return []
    return subjectsIn(paragraph).map((subject): Place => {
      const words = oneLine(subject.words)
      const [at, end] = [start + subject.start, start + subject.end]
      return { at, end, block, words, named: namedBy(words), role: 'subject', pronoun: subject.pronoun }
    })
  })
}

/** How many paragraphs above a pronoun are read: its antecedent may be a pronoun itself. */
const WINDOW = 2 * FARTHEST

function namePlace(
  { start, end, named }: NameMention,
  from: number,
  block: number,
  { prose }: Paragraph,
): Place {
  const words = oneLine(prose.slice(start, end))
  return { at: from + start, end: from + end, block, words, named, role: 'named', pronoun: undefined }
}

const ROLES: readonly Role[] = ['speaker', 'subject', 'named']

/** In the order of the text, all speakers; where else places overlap, the weightier is left, and knows what both do. */
function inOrder(places: readonly Place[]): Place[] {
  const weight = ({ role }: Place): number => ROLES.indexOf(role)
  const sorted = [...places].sort((a, b) => a.at - b.at || weight(a) - weight(b))
  const kept: Place[] = []
  for (const place of sorted) {
    const last = kept.at(-1)
    const isApart = !last || place.at >= last.end
    if (isApart || (place.role === 'speaker' && last.role === 'speaker')) {
      kept.push(place)
      continue
    }
    const better = weight(place) < weight(last) ? place : last
    kept[kept.length - 1] = { ...better, pronoun: last.pronoun ?? place.pronoun }
  }
  return kept
}

/** Whom the words stand for: speakers, full names, and of subjects that are one word those who are known otherwise. */
function whoIsWho(places: readonly Place[]): ReadonlyMap<Place, Person> {
  const mentions = places.flatMap((place) => {
    const { named, role, at } = place
    return named && (role === 'speaker' || isFullName(named)) ? [{ place, named, at }] : []
  })
  const personOf = peopleAmong(mentions)
  const people = new Map(mentions.map((mention) => [mention.place, personOf(mention)]))
  const known = new Set(people.values())
  for (const place of places) {
    const { named, at } = place
    if (!named || people.has(place)) continue
    const person = personOf({ named, at })
    if (known.has(person)) people.set(place, person)
  }
  return people
}

/** Who it is that a place calls by a role: "the mayor". */
function inRoles(places: readonly Place[], people: ReadonlyMap<Place, Person>): Map<Place, Person> {
  const holderOf = roleHolders(
    places.flatMap((place) => {
      const { words, named } = place
      const person = people.get(place)
      return named && person ? [{ person, words, named }] : []
    }),
  )
  const roles = new Map<Place, Person>()
  for (const place of places) {
    const person = people.has(place) ? undefined : holderOf(place.words)
    if (person) roles.set(place, person)
  }
  return roles
}

const spokenOf = (places: readonly Place[], people: ReadonlyMap<Place, Person>, draft: Draft): Spoken[] => {
  const paragraphs = paragraphNumbers(draft)
  return places.map((place) => {
    const { at, words, role, block } = place
    return { at, words, role, paragraph: paragraphs[block]!, person: people.get(place) }
  })
}

const notesOf = (places: readonly Place[], people: ReadonlyMap<Place, Person>): Note[] =>
  places.flatMap((place) => {
    const person = people.get(place)
    return person ? [{ person, words: place.words, rank: place.named?.rank, pronoun: place.pronoun }] : []
  })

/** "Ines Varga", "Mayor Varga", "Harbour Board", and not "Skarholm". */
const isFullName = ({ name, rank, isBody }: Named): boolean =>
  isBody ? isBodyName(name) : rank !== undefined || name.includes(' ')
