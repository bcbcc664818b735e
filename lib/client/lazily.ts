import { type ComponentType, createElement, type ReactNode } from 'react'

/** A component whose code comes later: ask for it on approach, show it once it is here. */
export interface Lazily<P> {
  /** Resolves when the component can be shown. Rejects when its code could not be fetched; asking again tries again. */
  preload(): Promise<void>
  /** Renders the component, or nothing before `preload` has resolved. */
  Show(props: P): ReactNode
}

/**
 * Like React.lazy, without Suspense: React shows a fallback for up to 300 ms even when the code is already here, and a
 * menu must open on the very click.
 */
export function lazily<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Lazily<P> {
  let loaded: ComponentType<P> | null = null
  let pending: Promise<void> | null = null
  return {
    preload() {
      pending ??= load().then(
        module => {
          loaded = module.default
        },
        (thrown: unknown) => {
          pending = null
          throw thrown
        },
      )
      return pending
    },
    Show: props => (loaded ? createElement(loaded, props) : null),
  }
}
