/** A picture in so many cells, and the mean of red, green and blue (0 to 255) of each, row by row. */
export interface Shrunk {
  width: number
  height: number
  means: number[]
  /** The same as a PNG with a pixel for each cell, base64. */
  png: string
}

/**
 * Runs in the page: shrinks a PNG (base64) to a picture whose shorter side is `short`, a whole fraction of its own. Each cell is
 * the plain mean of the pixels under it, so that how a browser smooths the edge of a letter hardly shows.
 */
export async function shrink({ png, short }: { png: string; short: number }): Promise<Shrunk> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const [wide, high] = [image.naturalWidth, image.naturalHeight]
  const side = Math.min(wide, high) / short
  const [width, height] = [Math.round(wide / side), Math.round(high / side)]
  const draw = (across: number, down: number) => {
    const canvas = document.createElement('canvas')
    canvas.width = across
    canvas.height = down
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('this browser draws nothing')
    return { canvas, context }
  }
  const full = draw(wide, high).context
  full.drawImage(image, 0, 0)
  const pixels = full.getImageData(0, 0, wide, high).data
  const sums = new Float64Array(width * height * 3)
  for (let pixel = 0; pixel < wide * high; pixel += 1) {
    const cell = Math.floor(Math.floor(pixel / wide) / side) * width + Math.floor((pixel % wide) / side)
    for (let color = 0; color < 3; color += 1) {
      const at = cell * 3 + color
      sums[at] = (sums[at] ?? 0) + (pixels[pixel * 4 + color] ?? 0)
    }
  }
  const means = Array.from(sums, sum => Math.round(sum / side ** 2))
  const { canvas, context } = draw(width, height)
  const cells = context.createImageData(width, height)
  for (let cell = 0; cell < width * height; cell += 1) {
    cells.data.set([...means.slice(cell * 3, cell * 3 + 3), 255], cell * 4)
  }
  context.putImageData(cells, 0, 0)
  return { width, height, png: canvas.toDataURL().split(',')[1] ?? '', means }
}

/** By how much of 255 a cell may differ. */
const SAME = 24

/** The share of the cells of one picture that are like none of the cells around their place in the other. */
function strangers(one: Shrunk, other: Shrunk): number {
  const { width, height } = one
  const near = [-1, 0, 1]
  let count = 0
  for (let cell = 0; cell < width * height; cell += 1) {
    const [row, column] = [Math.floor(cell / width), cell % width]
    const around = near.flatMap(down =>
      near
        .map(across => ({ row: row + down, column: column + across }))
        .filter(at => at.row >= 0 && at.row < height && at.column >= 0 && at.column < width)
        .map(at => (at.row * width + at.column) * 3),
    )
    const isStrange = [0, 1, 2].some(color => {
      const value = one.means[cell * 3 + color] ?? 0
      const others = around.map(at => other.means[at + color] ?? 0)
      return value < Math.min(...others) - SAME || value > Math.max(...others) + SAME
    })
    if (isStrange) count += 1
  }
  return count / (width * height)
}

/**
 * How different two pictures of the same size are: the share of cells, 0 to 1, that are found in one of them only. What stands
 * up to a cell beside its place is the same, since browsers put letters and lines on whole pixels.
 */
export function difference(one: Shrunk, other: Shrunk): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  return Math.max(strangers(one, other), strangers(other, one))
}
