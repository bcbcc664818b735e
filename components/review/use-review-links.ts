import { useRouter } from 'next/navigation'
import type { LinkTo } from '@/components/charts/mark-link'
import { isPlainClick } from '@/lib/plain-click'
import type { ReviewDocument } from '@/lib/report/review/document'
import { behindHref } from '@/lib/report/review/doors'

/** The doors behind the marks of a review's charts; null for readers to whom the lists of calls are closed. */
export function useReviewLinks(document: ReviewDocument, doors: boolean): LinkTo {
  const router = useRouter()
  if (!doors) return null
  return mark => {
    const href = behindHref(document, mark)
    return {
      href,
      onClick(event) {
        if (!isPlainClick(event)) return
        event.preventDefault()
        router.push(href)
      },
      onPointerEnter: () => router.prefetch(href),
      onFocus: () => undefined,
    }
  }
}
