/**
 * What printed labels mean. The kinds that no field wants are here so that their values are not taken for another's:
 * a customer number is no invoice number, an order date no invoice date, the buyer's VAT number not the supplier's.
 */
export type LabelKind =
  | 'invoiceNumber'
  | 'invoiceDate'
  | 'dueDate'
  | 'ocrReference'
  | 'bankgiro'
  | 'plusgiro'
  | 'iban'
  | 'organisationNumber'
  | 'vatNumber'
  | 'net'
  | 'vat'
  | 'rounding'
  | 'total'
  | 'rate'
  | 'buyerReference'
  | 'purchaseOrderNumber'
  | 'paymentTerms'
  | 'currency'
  | 'payee'
  | 'buyer'
  | 'buyerNumber'
  | 'otherDate'
  | 'otherReference'
  | 'otherAmount';

const words = ([text]: TemplateStringsArray): readonly string[] => (text ?? '').split(',').map((word) => word.trim());

type Words = { readonly [Kind in LabelKind]: readonly string[] };

/**
 * The words of each label, in Swedish and English and the commonest words of our other neighbours.
 * Source: Swedish invoices' own usage; none is prescribed. Mervärdesskattelagen (2023:200) 17 kap. 24 § names what must stand.
 */
export const strongLabels: Words = {
  invoiceNumber: words`
    fakturanummer, fakturanr, faktura nr, faktnr, fakt nr, fakturans nr, faktura id, fakturaid, kreditfakturanummer,
    kreditfakturanr, kreditnotanr, kreditnota nr, verifikationsnr, avser faktura, invoice number, invoice no,
    invoice nr, invoice id, invoice #, inv no, credit note number, credit note no, factuurnummer, rechnungsnummer,
    rechnung nr, fakturanro, numéro de facture,
    facture no, facture n, fakturanummer nr, rechnungs nr, lasku nro, laskunumero,
    fakturanr/ocr, fakturanummer/ocr, ocr/fakturanr, ocr/fakturanummer, fakturanr/ocr nr, faktura/ocr nr, faktura nr/ocr nr, fakturanummer/ocr nummer, fakturanr och ocr`,
  invoiceDate: words`
    fakturadatum, faktura datum, fakt datum, faktdatum, fakturadag, faktureringsdatum, utställd, utställandedatum,
    utskriftsdatum, kreditdatum, kreditfakturadatum, invoice date, date of invoice, date of issue, issue date,
    factuurdatum, factuur datum, rechnungsdatum, fakturadato, påminnelsedatum,
    date de facture, date de la facture, date facturation, datum der rechnung, laskun päivä, päiväys`,
  dueDate: words`
    förfallodatum, förfallodag, förfaller, förfaller till betalning, förf datum, förfdatum, ff datum, förfdag,
    betalas senast, att betala senast, betala senast, sista betalningsdag, sista betalningsdatum, betalningsdag,
    betalningsdatum, oss tillhanda, oss tillhanda senast, tillhanda senast, betalning oss tillhanda, due date,
    payment due, date due, due on, pay by, vervaldatum, fälligkeitsdatum, fällig am, forfallsdato,
    date d'échéance, échéance, betalingsfrist, forfaldsdato, forfald, betalingsdato, zahlbar bis, zahlungsziel, eräpäivä`,
  ocrReference: words`
    ocr, ocr nr, ocrnr, ocr nummer, ocrnummer, ocr referens, ocr ref, ocr/referens, referens ocr, betalningsreferens,
    betalreferens, referensnummer ocr, inbetalningsreferens, ange ocr, payment reference, payment ref,
    communication for your payment, meddelande ocr, ange vid betalning, anges vid betalning, betalningsid, kid,
    fakturanr/ocr, fakturanummer/ocr, ocr/fakturanr, ocr/fakturanummer, fakturanr/ocr nr, faktura/ocr nr, faktura nr/ocr nr, fakturanummer/ocr nummer, fakturanr och ocr, referens vid betalning, ange vid inbetalning, betalningsreferens/ocr`,
  bankgiro: words`
    bankgiro, bankgironr, bankgironummer, bankgirot, bankgirokonto, bg, bg nr, bgnr, till bankgiro, till bg,
    betala till bankgiro, bankgiro no, bank giro`,
  plusgiro: words`
    plusgiro, plusgironr, plusgironummer, plusgirot, plusgirokonto, pg, pg nr, pgnr, postgiro, postgironr,
    till plusgiro, plus giro`,
  iban: words`
    iban, iban nr, iban no, iban code, ibannr`,
  organisationNumber: words`
    organisationsnummer, organisationsnr, org nr, orgnr, org nummer, orgnummer, organisations nr,
    corporate identity number, org no, company reg no, company registration number, registration number, reg no,
    corp id, kvk,
    org nr/vat nr, orgnr/momsnr, organisationsnr/momsregnr, org nr/moms nr, orgnr/vat`,
  vatNumber: words`
    momsregistreringsnummer, momsregnr, moms reg nr, momsreg nr, momsnr, moms nr, momsnummer, vat nr, vatnr,
    vat number, vat no, vat reg no, vat id, vat, momsreg, momsregistreringsnr, moms reg, vat registration number,
    btw nummer, ust idnr, tax id,
    org nr/vat nr, orgnr/momsnr, organisationsnr/momsregnr, org nr/moms nr, orgnr/vat, vat/momsreg nr, momsreg nr/vat nr, moms/vat nr`,
  net: words`
    netto, nettobelopp, nettosumma, netto sek, summa netto, totalt netto, netto exkl moms, summa exkl moms,
    summa exklusive moms, totalt exkl moms, belopp exkl moms, total exkl moms, totalsumma exkl moms, exkl moms,
    belopp före moms, summa före moms, summa utan moms, totalt före moms, delsumma, subtotal, sub total,
    momspliktigt, momspliktigt belopp, momsunderlag, underlag, underlag moms, beskattningsunderlag,
    beskattningsbart belopp, ordersumma, varuvärde, net, net amount, total net, net total, total excl vat,
    amount excl vat, total excluding vat, exclusief btw, grondslag, nettobetrag, subtotaal,
    rechnungssumme ohne ust, nettosumme, summe netto, zwischensumme, sum eks mva, netto eks mva, total ekskl moms, subtotal ekskl moms, montant hors taxes, total ht, hors taxes, sous total, veroton`,
  vat: words`
    moms, momsbelopp, moms kr, moms sek, moms belopp, varav moms, summa moms, total moms, totalt moms,
    mervärdesskatt, utgående moms, moms totalt, vat, vat amount, total vat, tax, tax amount, total tax, btw,
    btw bedrag, mwst, mva,
    steuerbetrag, umsatzsteuer, ust, zzgl ust, zzgl mwst, mehrwertsteuer, tva, montant tva, taxe, taxes, alv, mva beløp, momsbeløb`,
  rounding: words`
    öresavrundning, öresutjämning, öresavr, öres avrundning, öresutj, öresavrundn, avrundning, avrundn,
    öresdifferens, utjämning, rounding, rounding amount`,
  total: words`
    att betala, summa att betala, totalt att betala, belopp att betala, att betala sek, att betala kr, att betala nu,
    fakturabelopp, fakturasumma, faktura belopp, fakturatotal, totalbelopp, totalsumma, slutsumma, slutbelopp,
    summa inkl moms, summa inklusive moms, totalt inkl moms, total inkl moms, totalt inklusive moms,
    belopp inkl moms, totalsumma inkl moms, att kreditera, kreditbelopp, kreditera, er tillgodo, tillgodo,
    er tillgodohavande, att återfå, att erhålla, återbetalas, totalt kredit, summa kredit, summa att kreditera,
    skuld totalt, total skuld, total, totalt, total sek, totalt sek, totalt belopp, total amount, total amount due,
    amount due, balance due, grand total, total due, total to pay, amount to pay, total incl vat,
    total including vat, total for this invoice, invoice total, totaal, factuur totaal, totaal te voldoen,
    gesamtbetrag, rechnungsbetrag, endbetrag, credit total,
    zahlbetrag, bruttosumme, bruttobetrag, gesamtsumme, endsumme, zu zahlen, å betale, at betale, beløp å betale, total inkl moms, sum inkl mva, total ttc, net à payer, montant total, yhteensä, maksettava`,
  rate: words`
    moms %, moms%, momssats, moms sats, vat %, vat rate, tax rate, btw %, momskod, mk`,
  buyerReference: words`
    er referens, er ref, ert referens, ers referens, er referens nr, beställarreferens, beställar ref, referenskod,
    referenskod/namn, er kontakt, er kontaktperson, er beställare, beställare, beställd av, kundreferens,
    kundens referens, kund ref, köparens referens, er märkning, ert märke, your reference, your ref, buyer reference,
    customer reference, kostnadsställe, er referenskod, zz kod, refkod, re kod`,
  purchaseOrderNumber: words`
    ert ordernr, ert ordernummer, er order, er ordernr, er order nr, ert order nr, inköpsordernummer, inköpsordernr,
    inköpsorder, inköpsorder nr, inköpsnr, beställningsnummer, beställningsnr, ert beställningsnr, rekvisitionsnr,
    rekvisitionsnummer, rekvisition, avropsnr, avrop, purchase order, purchase order number, purchase order no,
    po number, po no, po nr, po, your order, your order no, er inköpsorder`,
  paymentTerms: words`
    betalningsvillkor, betal villkor, betvillkor, betalvillkor, betalningstid, kredittid, payment terms,
    terms of payment, terms, villkor`,
  currency: words`
    valuta, currency, valutakod`,
  payee: words`
    betalningsmottagare, mottagare, betalas till, till förmån för, payee, beneficiary, kontoinnehavare, säljare,
    leverantör, seller, supplier, från, avsändare,
    verkäufer, vendeur, saaja`,
  buyer: words`
    fakturaadress, faktureringsadress, fakturamottagare, leveransadress, lev adress, godsmottagare, kund, köpare,
    betalare, inbetalare, betalningsavsändare, avsändare betalning, mottagaradress, bill to, bill to address,
    ship to, invoice to, sold to, buyer, customer, deliver to, faktureras till, levereras till, factuuradres,
    afleveradres, leverans till, faktura till, kundadress,
    käufer, acheteur, rechnungsadresse, lieferadresse, kunde`,
  buyerNumber: words`
    ert vat nummer, ert vat nr, ert vatnr, er vat, ert momsnr, ert momsregnr, ert moms reg nr, er momsregnr,
    ert momsregistreringsnummer, ert organisationsnummer, ert orgnr, ert org nr, er orgnr, er org nr, kundens orgnr,
    kundens org nr, kundens organisationsnummer, kundens momsnr, kundens vat nr, köparens orgnr, köparens momsnr,
    köparens vat nr, your vat no, your vat number, buyer vat, customer vat no, uw btw nummer, kund orgnr,
    kund org nr, momsnr kund, personnr/orgnr`,
  otherDate: words`
    orderdatum, order datum, leveransdatum, leverans datum, lev datum, levdatum, leveransdag, leverans,
    utleveransdatum, beställningsdatum, bokningsdatum, ursprungligt förfallodatum, tidigare förfallodatum,
    order date, delivery date, ship date, orderdatum kund, avtalsdatum, startdatum, slutdatum, period, avser period,
    avläsningsdatum, godkänd, fakturaperiod, ursprunglig förfallodag, ursprungligt fakturadatum, skapad,
    från och med, till och med`,
  otherReference: words`
    vår referens, vår ref, our reference, our ref, vår kontakt, säljare, handläggare, kundnummer, kundnr, kund nr,
    kund id, kundid, kund no, customer number, customer no, customer id, account number, klantnummer, ordernr,
    ordernummer, order nr, order number, order no, order, vår order, vårt ordernr, vårt ordernummer, following,
    följesedel, följesedelsnr, följesedelsnummer, fsnr, leveransnr, leveransnummer, avtalsnr, avtalsnummer, avtal,
    avtal nr, kontraktsnr, projekt, projektnr, projektnummer, telefon, tel, tfn, telefonnr, phone, telephone, fax,
    telefax, mobil, växel, kundtjänst, e post, epost, email, e mail, hemsida, webb, www, bic, swift, bic/swift,
    clearing, clearingnr, kontonr, kontonummer, bankkonto, konto, artnr, artikelnr, art nr, artikel, art, sida, sid,
    page, gln, ean, postadress, adress, besöksadress, address, leveransvillkor, leveranssätt, dröjsmålsränta,
    anläggningsid, mätarnr, märkning, godsmärkning, styrelsens säte, säte, företagets säte, registered office,
    ärendenr, ärendenummer, ärende, ursprunglig faktura, avser fakturanr, avser faktura nr, krediterar faktura,
    kreditering av faktura, ordernummer kund, mandate id`,
  otherAmount: words`
    påminnelseavgift, inkassoavgift, dröjsmålsränta, ränta, fakturaavgift, faktureringsavgift, faktavg, expavg,
    expeditionsavgift, frakt, fraktkostnad, rabatt, pris, a pris, apris, enhetspris, unit price, price, rate, antal,
    quantity, qty, betalt, inbetalt, à conto, acconto, tidigare saldo, ingående saldo, kapital, kapitalbelopp,
    ursprungligt belopp, restbelopp, frakt och emballage, shipping, discount, disc, credits, credit`,
};

/** What is to be paid in the end, letters only: of several totals it is this one. */
export const payWords =
  /betala$|betalanu$|betalasek$|betalakr$|tillgodo|amountdue|zahlbetrag|zuzahlen|abetale|atbetale|netapayer|maksettava|balancedue|totaldue|topay|attaterfa|atterhalla|attkreditera/;

/** Words that are labels only when nothing better is near: a heading, a column's head, a bare 'Datum'. */
export const weakLabels: Partial<Words> = {
  invoiceNumber: words`
    faktura, kreditfaktura, kreditnota, invoice, credit note, nummer, nr, rechnung, factuur, faktura/ocr, påminnelse,
    påminnelsenr`,
  invoiceDate: words`
    datum, date, dato, datum faktura`,
  dueDate: words`
    förfall, due`,
  ocrReference: words`
    referens, referensnummer, meddelande, reference`,
  total: words`
    summa, belopp, summa sek, belopp sek, summa kr, sum, amount, kronor, bedrag`,
  net: words`
    summa varor, varor, arbete, totalt varor, charges`,
};
