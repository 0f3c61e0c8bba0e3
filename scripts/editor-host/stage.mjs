/** Lays out the built extension as an editor would have it installed. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const SHIPPED = ['package.json', 'dist', 'docs/checks', 'media/icon.png', 'stet.schema.json']

export const stageExtension = async (project) => {
  const staged = join(project, '.cache', 'extension')
  await rm(staged, { recursive: true, force: true })
  for (const path of SHIPPED) {
    await mkdir(dirname(join(staged, path)), { recursive: true })
    await cp(join(project, path), join(staged, path), { recursive: true })
  }
  return staged
}
