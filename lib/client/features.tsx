'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Feature, MissingFeatures, Obstacle } from '@/lib/features'

const Context = createContext<MissingFeatures>({})

/** Tells everything below what the key of the workspace cannot do. */
export function FeaturesProvider({ missing, children }: { missing: MissingFeatures; children: ReactNode }) {
  return <Context value={missing}>{children}</Context>
}

/** Why a feature cannot be offered; null when it can. */
export function useObstacle(feature: Feature): Obstacle | null {
  return useContext(Context)[feature] ?? null
}
