import { type Html, type HtmlPart, html } from '../html.ts';

export interface Column {
  /** At the head of the column; on a phone before each value. */
  readonly word: string;
  /** `name` says what the row is about; `wide` has a line of its own on a phone. */
  readonly kind: 'name' | 'text' | 'number' | 'wide' | 'number wide';
}

/** A row's cells in the order of the columns. Null: there is nothing to say. */
export type Cells = readonly HtmlPart[];

/** Rows under named columns; on a phone each row is a card with the names before the values. */
export function dataTable(label: string, columns: readonly Column[], rows: readonly Cells[]): Html {
  const heads = columns.map(({ word, kind }) => html`<th scope="col" class="${kind}">${word}</th>`);
  const body = rows.map(
    (cells) => html`<tr>${columns.map((column, index) => cell(column, cells[index]))}</tr>`,
  );
  return html`<div class="panel scroll" role="region" aria-label="${label}" tabindex="0"><table class="data" aria-label="${label}"><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cell({ word, kind }: Column, value: HtmlPart = null): Html {
  if (kind === 'name') return html`<th scope="row" class="name">${value}</th>`;
  if (value === null) return html`<td class="${kind} none">–</td>`;
  return html`<td class="${kind}" data-label="${word}">${value}</td>`;
}
