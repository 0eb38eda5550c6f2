/** Words that Swedish companies' names and addresses are put together from. */

type Words = readonly [string, ...string[]];
const words = (text: string): Words => text.split(' ') as [string, ...string[]]; // never empty

export const surnames = words(
  'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson ' +
    'Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Berg Axelsson Bergström Lundberg Lind Lundgren Mattsson ' +
    'Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson ' +
    'Holm Wikström Samuelsson Isaksson Fransson Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson ' +
    'Åberg Öberg Ågren Ström Hellström Dahl Ek Falk Hedlund Sundberg Sjögren Ohlsson Martinsson Åkesson Månsson Strömberg Ekström Hermansson',
);

export const firstNames = words(
  'Anna Erik Maria Lars Karin Karl Kristina Anders Lena Per Kerstin Johan Ingrid Nils Sara Mikael Eva Jan Birgitta Hans Emma Peter Åsa Björn ' +
    'Malin Göran Sofia Olof Elin Fredrik Jenny Sven Annika Daniel Ulla Leif Helena Thomas Märta Östen Åke Sören Désirée André Zoë',
);

type Trade = readonly [string, string];
type Town = readonly [string, number];

/** A trade, and how a clerk in a hurry writes it. */
export const trades: readonly [Trade, ...Trade[]] = [
  ['Byggnadsfirma', 'Byggn.firma'],
  ['Elinstallation', 'Elinst.'],
  ['Städservice', 'Städserv.'],
  ['Måleri', 'Mål.'],
  ['Konsult', 'Kons.'],
  ['Redovisning', 'Redov.'],
  ['Transport', 'Transp.'],
  ['Åkeri', 'Åk.'],
  ['Fastigheter', 'Fastigh.'],
  ['Snickeri', 'Snick.'],
  ['Rör & Värme', 'Rör o Värme'],
  ['Plåtslageri', 'Plåtsl.'],
  ['Trädgård', 'Trädg.'],
  ['Livsmedel', 'Livsm.'],
  ['Kontorsvaror', 'Kontorsv.'],
  ['Vårdbemanning', 'Vårdbem.'],
  ['Tryckeri', 'Tryck.'],
  ['Maskin', 'Mask.'],
  ['Bemanning', 'Beman.'],
  ['Utbildning', 'Utb.'],
  ['Juristbyrå', 'Jur.byrå'],
  ['Medicinteknik', 'Med.teknik'],
  ['Glasmästeri', 'Glasm.'],
  ['Förvaltning', 'Förv.'],
  ['Hemtjänst', 'Hemtj.'],
  ['Restaurang', 'Rest.'],
  ['Bageri', 'Bag.'],
  ['Taxi', 'Taxi'],
  ['Däckservice', 'Däckserv.'],
  ['Entreprenad', 'Entrepr.'],
];

export const starts = words(
  'Al Ber Bo Da Ek El Fal Gran Hag Hed In Kal Ky Lin Lö Mar Mo Nor Ny Or Pro Ra Ro San Sjö Skog Sol Sten Sund Sve Te Tor Ul Va Vi Äng Öst Åsk Kvi Zen',
);
export const middles = words('ma na ve li ro ti da ka sto vi ne lo dra mi fo gi pe ju bä rö');
export const ends = words('dal tek ab med nova lund plan form teq borg via data kraft gård linje svea zon mark byte vik');

/** Towns and the first three digits of their postcodes. */
export const towns: readonly [Town, ...Town[]] = [
  ['Stockholm', 111],
  ['Göteborg', 411],
  ['Malmö', 211],
  ['Uppsala', 753],
  ['Linköping', 582],
  ['Örebro', 702],
  ['Västerås', 722],
  ['Helsingborg', 252],
  ['Norrköping', 602],
  ['Jönköping', 553],
  ['Umeå', 903],
  ['Lund', 222],
  ['Borås', 503],
  ['Sundsvall', 852],
  ['Gävle', 802],
  ['Eskilstuna', 632],
  ['Karlstad', 652],
  ['Växjö', 352],
  ['Halmstad', 302],
  ['Östersund', 831],
  ['Luleå', 972],
  ['Trollhättan', 461],
  ['Kalmar', 392],
  ['Falun', 791],
  ['Skellefteå', 931],
  ['Kristianstad', 291],
  ['Karlskrona', 371],
  ['Skövde', 541],
  ['Åmål', 662],
  ['Ängelholm', 262],
  ['Piteå', 941],
  ['Visby', 621],
  ['Motala', 591],
  ['Arboga', 732],
  ['Ystad', 271],
  ['Kiruna', 981],
];

export const streetStarts = words(
  'Stor Kyrko Järnvägs Skol Industri Björk Ring Norra Södra Öster Väster Kungs Drottning Sveda Linné Hantverkar Verkstads Fabriks Hamn Torg Bruks Kvarn ' +
    'Sjö Skogs Ängs Åker Lind Ek Tall Gran Sten Berg Dal Mossa Vall Slotts Borgar Smedje Repslagar Garvar',
);
export const streetEnds: Words = ['gatan', 'vägen', 'gränd', 'allén', 'stigen'];
