import { all, type Place } from '../place.ts';
import { must, type Rule } from '../rule.ts';

/** UBL-SR: what UBL lets a file have several of, and the standard has one of. */
export const atMostOne = (
  id: string,
  at: string,
  way: string,
  sv: string,
  en: string,
  is: (place: Place) => boolean = () => true,
): Rule =>
  must(
    id,
    at,
    (place) => {
      const found = all(place, way).filter(is).length;
      return found <= 1 || { found };
    },
    `${sv} finns {found} gånger; högst en får finnas.`,
    `${en} is there {found} times; at most one may be.`,
  );
