import type { Clock } from '@/components/settings/use-instant-text'
import type { ConnectionFacts } from '@/lib/connection'
import { FeaturesCard } from './features-card'
import { KeyCard } from './key-card'
import { LinesCards } from './lines-cards'
import { PeopleCard } from './people-card'
import { SyncCard } from './sync-card'
import { TagsCard } from './tags-card'

/** Everything on the connection to Allo: the key first, then what it brings. */
export function ConnectionView({ facts, clock }: { facts: ConnectionFacts; clock: Clock }) {
  const mayRead = facts.features.every(({ name, obstacle }) => name !== 'conversations' || obstacle === null)
  return (
    <>
      <KeyCard facts={facts} clock={clock} />
      <FeaturesCard features={facts.features} isKnown={facts.key !== null} />
      <SyncCard sync={facts.sync} mayRead={mayRead} clock={clock} />
      <LinesCards lines={facts.lines} />
      <PeopleCard people={facts.people} />
      <TagsCard tags={facts.tags} />
    </>
  )
}
