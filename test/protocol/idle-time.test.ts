import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createIdleTime } from '../../server/lsp/idle-time'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Says after how many milliseconds a turn has come. */
function turnIn(idleTime: ReturnType<typeof createIdleTime>) {
  const came = { after: Number.NaN }
  const begun = Date.now()
  void idleTime.turn().then(() => {
    came.after = Date.now() - begun
  })
  return came
}

const createNow = () =>
  createIdleTime(
    () => Promise.resolve(),
    () => Date.now(),
  )

test('right behind an answer there is time for a little, until the next key may come', async () => {
  const idleTime = createNow()
  idleTime.awaited()()
  const first = turnIn(idleTime)
  await vi.advanceTimersByTimeAsync(8)
  expect(first.after).toBe(4)
  await vi.advanceTimersByTimeAsync(10)
  const second = turnIn(idleTime)
  await vi.advanceTimersByTimeAsync(300)
  expect(second.after).toBeNaN()
})

test('there is none while somebody waits', async () => {
  const idleTime = createNow()
  const isDone = idleTime.awaited()
  const turn = turnIn(idleTime)
  await vi.advanceTimersByTimeAsync(2000)
  expect(turn.after).toBeNaN()
  isDone()
  await vi.advanceTimersByTimeAsync(8)
  expect(turn.after).toBeGreaterThan(2000)
})

test('there is as much as one likes when nobody has asked anything for long', async () => {
  const idleTime = createNow()
  idleTime.awaited()()
  await vi.advanceTimersByTimeAsync(500)
  const turns = [turnIn(idleTime), turnIn(idleTime)]
  await vi.advanceTimersByTimeAsync(0)
  expect(turns.map(({ after }) => after)).toEqual([0, 0])
})
