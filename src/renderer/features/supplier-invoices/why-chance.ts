import type { Box, Word } from '../../../shared/base/page.ts';
import { chanceOf } from '../../../shared/domain/extraction/index.ts';
import type { FieldName, Fields } from '../../../shared/domain/invoice-fields/index.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/**
 * How sure the reading was, with its meaning: how many values with the same signs were tried and how many were right. Where the
 * table says otherwise than when the field was read, the field's own figure stands alone.
 */
export function chanceSentence(name: FieldName, field: Fields[FieldName], words: readonly Word[], t: Texts): string {
  const { evidence, confidence, box } = field;
  // Who has vouched for a value is not asked how likely it is, nor is a value that stands as data.
  if (evidence.some(({ kind }) => kind === 'person' || kind === 'file')) return '';
  const clarity = box === null ? 1 : Math.min(1, ...wordsIn(words, box).map((word) => word.confidence));
  const chance = [false, true]
    .map((isContested) => chanceOf(name, { evidence, clarity, isContested }))
    .find(({ likeCount, rightShare }) => likeCount > 0 && Math.abs(rightShare - confidence) < 0.001);
  if (chance === undefined) return fill(t.station.whyConfidence, { percent: Math.round(confidence * 100) });
  return fillPlural(t.why.chance, chance.likeCount, { share: percent(chance.rightShare, t) });
}

const percent = (share: number, t: Texts): string =>
  `${(share * 100).toLocaleString(t.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;

const wordsIn = (words: readonly Word[], [x0, y0, x1, y1]: Box): readonly Word[] =>
  words.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return x >= x0 && x <= x1 && y >= y0 && y <= y1;
  });
