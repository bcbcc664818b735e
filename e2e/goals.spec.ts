import { sessionOf } from './fixtures'
import { openSettings } from './workspace-settings'
import { expect, test } from './world'

test.use({ own: 'goals' })

test.use({ locale: 'fr-FR' })

test('a French manager sets goals, sees what people add up to, and is told what cannot be', async ({ page, app }) => {
  const { url } = app
  await openSettings(page, `${url}/settings/goals`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Objectifs')
  const field = (name: string, metric: string) => page.getByLabel(`${name}\u00a0: ${metric}`)
  await field('Toute l’équipe', 'Appels').fill('900')
  await field('Inès Caron', 'Appels').fill('420')
  await field('Hugo Lefèvre', 'Appels').fill('quarante')
  await field('Inès Caron', 'Conversions').fill('4')
  await expect(page.getByText('Appels\u00a0: il manque 480 à la somme des objectifs individuels')).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer les objectifs' }).click()
  await expect(page.getByText('Il faut un nombre entier dans les limites permises.')).toHaveCount(1)
  await expect(field('Hugo Lefèvre', 'Appels')).toHaveAttribute('aria-invalid', 'true')

  await field('Hugo Lefèvre', 'Appels').fill('500')
  await expect(page.getByText('dépasse celui de l’équipe de 20')).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer les objectifs' }).click()
  await expect(page.getByText('Objectifs enregistrés.')).toBeVisible()
  await page.reload()
  await expect(field('Toute l’équipe', 'Appels')).toHaveValue('900')
  await expect(field('Hugo Lefèvre', 'Appels')).toHaveValue('500')
  await expect(field('Inès Caron', 'Conversions')).toHaveValue('4')

  // Empty means no goal.
  await field('Inès Caron', 'Conversions').fill('')
  await page.getByRole('button', { name: 'Enregistrer les objectifs' }).click()
  await expect(page.getByRole('button', { name: 'Enregistrer les objectifs' })).toBeDisabled()
  await page.reload()
  await expect(field('Inès Caron', 'Conversions')).toHaveValue('')
})

test('without Allo’s list of people, the goals that are set can still be changed', async ({ page, app, allo }) => {
  const { url } = app
  await openSettings(page, `${url}/settings/goals`)
  const team = page.getByLabel('Toute l’équipe\u00a0: Conversions')
  await team.fill('30')
  await page.getByRole('button', { name: 'Enregistrer les objectifs' }).click()
  await expect(page.getByText('Objectifs enregistrés.')).toBeVisible()

  // A server that has not heard of anybody yet.
  await app.stop()
  await allo.stop()
  await app.start()
  await openSettings(page, `${url}/settings/goals`)
  await expect(page.getByText('La liste des personnes d’Allo n’a pas pu être lue')).toBeVisible()
  await expect(team).toHaveValue('30')
  await team.fill('31')
  await page.getByRole('button', { name: 'Enregistrer les objectifs' }).click()
  await expect(page.getByText('Objectifs enregistrés.')).toBeVisible()
  // The next test finds a server that knows the team again.
  await app.stop()
})

test('goals are for managers and administrators', async ({ page, app, context }) => {
  const { url } = app
  await context.addCookies((await sessionOf('victor@callboard.example', url)).cookies)
  expect((await page.goto(`${url}/settings/goals`))?.status()).toBe(403)
})
