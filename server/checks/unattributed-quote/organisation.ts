import type { Token } from '../../draft/tokens'
import { COLLECTIVES, headOf } from './beat'
import type { Frame } from './frames'
import { mainSubject } from './main-subject'
import { isBodyName } from './name-words'
import { nameText, nameWithin } from './naming'
import { reportedIn } from './reported-speech'
import { isCapital, type Stretch } from './shape'
import type { Source } from './source'

/** An "it said" finds what it points to at most so many sentences back. */
const MOST_BACK = 4

/**
 * The body of people to which an "it said" before sentence `f` points: the nearest one of which a sentence tells, or whose
 * speech it reports: 'The Harbour Board is glad. It waited for years. "This is a good day," it said.'
 */
export function organisationBefore(
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
): Source | undefined {
  for (let i = f - 1; i >= 0 && i >= f - MOST_BACK; i--) {
    const { from, to, quoted } = frames[i]!
    const subject = mainSubject(tokens, from, quoted[0]?.whole.from ?? to)
    const speakers = [subject, reportedIn(frames[i]!, tokens)?.speaker]
    const speaker = speakers.find((each) => each && isOrganisation(tokens, each))
    if (speaker) return { speaker, cue: undefined }
  }
  return undefined
}

/** "the Harbour Board", "Holm College", "UNESCO", "the company", and not "Hale", "the bridge" */
function isOrganisation(tokens: readonly Token[], subject: Stretch): boolean {
  const head = tokens[headOf(tokens, subject)]!
  if (!isCapital(head)) return COLLECTIVES.has(head.lower)
  const name = nameWithin(tokens, subject)
  if (!name) return false
  const isNamedBody = isBodyName(nameText(tokens, name)) || /^\p{Lu}{2,}s?$/u.test(head.text)
  return isNamedBody || (name.from > subject.from && tokens[name.from - 1]!.lower === 'the')
}
