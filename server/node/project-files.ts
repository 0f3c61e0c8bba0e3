import fs from 'node:fs'
import path from 'node:path'

export const PROJECT_FILE = 'stet.json'

/** The project file nearest to a folder, upwards; undefined if there is none. */
export function nearestProjectFile(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const candidate = path.join(at, PROJECT_FILE)
    if (isFile(candidate)) return candidate
    if (path.dirname(at) === at) return undefined
  }
}

function isFile(candidate: string): boolean {
  try {
    return fs.statSync(candidate).isFile()
  } catch {
    return false
  }
}

/** Today's calendar day where the machine stands: `2026-01-31`. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
