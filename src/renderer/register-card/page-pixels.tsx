import type { Box } from '../../shared/base/page.ts';
import { isWholePage } from '../../shared/domain/register-changes/index.ts';
import { useText } from '../text/use-text.ts';
import { PreviewPicture } from '../ui/preview-picture.tsx';
import { Snippet } from '../ui/snippet.tsx';

type Props = { readonly name: string; readonly source: string; readonly ratio: number; readonly box: Box };

/** What stands in a place of a page, as it is printed; of a place that is the whole page, the page. */
export function PagePixels({ name, source, ratio, box }: Props) {
  const t = useText();
  return isWholePage(box) ? (
    <PreviewPicture name={name} source={source} failedText={t.sourcePixels.failed} />
  ) : (
    <Snippet name={name} source={source} ratio={ratio} box={box} />
  );
}
