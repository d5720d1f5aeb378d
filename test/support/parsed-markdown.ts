import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export type MarkdownNode = Nodes

/** A page as GitHub's flavour of Markdown reads it. */
export function parseMarkdown(markdown: string): MarkdownNode {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** All nodes, parents first. */
export function nodesOf(node: MarkdownNode): MarkdownNode[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

/**
 * The tree without its words: what is nested in what. Code spans count as words: what a sentence quotes in backticks
 * stands in one; so does a paragraph that holds nothing but words.
 */
export function shapeOf(node: MarkdownNode): unknown {
  if (node.type === 'text' || node.type === 'inlineCode' || isDollar(node)) return undefined
  if (!('children' in node)) return node.type === 'code' ? `code ${node.lang ?? ''}` : node.type
  const inner = node.children.map(shapeOf).filter(shape => shape !== undefined)
  return node.type === 'paragraph' && inner.length === 0 ? undefined : [node.type, ...inner]
}

/** How escaping writes a dollar sign, since GitHub would read a formula. */
function isDollar(node: MarkdownNode): boolean {
  return node.type === 'html' && (node.value === '<span>' || node.value === '</span>')
}
