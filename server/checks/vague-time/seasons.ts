import { simpleContainerAt } from './containers'
import type { Recognised } from './expression'
import { isMarkAt, lowerAt, type Scan, yearAt } from './scan'

/** "the spring of 1942", "spring 1942", "last spring", "the winter" */
export function seasonAt(scan: Scan, start: number, i: number): Recognised | undefined {
  const word = scan.words[i]
  if (word?.is !== 'season') return undefined
  const { season } = word
  const of = lowerAt(scan, i + 1) === 'of'
  const year = yearAt(scan, of || isMarkAt(scan, i + 1, ',') ? i + 2 : i + 1)
  if (year !== undefined) {
    const end = of || isMarkAt(scan, i + 1, ',') ? i + 3 : i + 2
    return { start, end, kind: 'explicit', meaning: { is: 'value', value: `${year}-${season}` } }
  }
  const outer = of ? simpleContainerAt(scan, i + 2) : undefined
  if (outer?.kind === 'explicit' && outer.meaning.is === 'value' && /^BC\d{4}$/.test(outer.meaning.value))
    return {
      start,
      end: outer.end,
      kind: 'explicit',
      meaning: { is: 'value', value: `${outer.meaning.value}-${season}` },
    }
  if (outer && (outer.kind === 'relative' || outer.kind === 'anaphoric'))
    return { start, end: outer.end, kind: outer.kind, meaning: { is: 'within', base: outer.meaning, season } }
  if (of && !outer) return undefined
  const definite = start < i
  const name = lowerAt(scan, i)
  if (
    !definite &&
    !/^(in|this|by|during|since|until|of|early|late|mid|last|next|for|throughout)$/.test(
      lowerAt(scan, start - 1),
    )
  )
    return undefined
  if (
    (name === 'spring' || name === 'fall') &&
    definite &&
    !/^(in|by|during|since|until|of|through|throughout|over|for|before|after)$/.test(lowerAt(scan, start - 1))
  )
    return undefined
  return { start, end: i + 1, kind: 'anaphoric', meaning: { is: 'yearless', season } }
}
