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
    dokumentnummer, dokumentnr, dokument nr, document no, document number, document nr, document id, löpnummer, löpnr, vårt fakturanr, vårt fakturanummer, vår faktura nr, fakturans nummer, faktura nummer, räkningsnummer, räkningsnr, notanummer, notanr, avinummer, avinr, avi nr, fakturareferensnr, credit note nr, credit memo no, our invoice no, bill no, bill number, verifikat nr, ver nr, vernr,
    fakturanummer, fakturanr, faktura nr, faktnr, fakt nr, fakturans nr, faktura id, fakturaid, kreditfakturanummer,
    kreditfakturanr, kreditnotanr, kreditnota nr, verifikationsnr, invoice number, invoice no,
    invoice nr, invoice id, invoice #, inv no, credit note number, credit note no, factuurnummer, rechnungsnummer,
    rechnung nr, fakturanro, numéro de facture,
    facture no, facture n, fakturanummer nr, rechnungs nr, lasku nro, laskunumero,
    fakturanr/ocr, fakturanummer/ocr, ocr/fakturanr, ocr/fakturanummer, fakturanr/ocr nr, faktura/ocr nr, faktura nr/ocr nr, fakturanummer/ocr nummer, fakturanr och ocr`,
  invoiceDate: words`
    fakturadat, fakt dat, fakt dag, fakturans datum, dokumentdatum, dokument datum, document date, billing date, bill date, date issued, issued, issued on, utfärdad, utfärdat, utfärdandedatum, utfärdandedag, utställd den, fakturadatum/leveransdatum, avidatum, kravdatum, dagens datum, upprättad,
    fakturadatum, faktura datum, fakt datum, faktdatum, fakturadag, faktureringsdatum, utställd, utställandedatum,
    utskriftsdatum, kreditdatum, kreditfakturadatum, invoice date, date of invoice, date of issue, issue date,
    factuurdatum, factuur datum, rechnungsdatum, fakturadato, påminnelsedatum,
    date de facture, date de la facture, date facturation, datum der rechnung, laskun päivä, päiväys`,
  dueDate: words`
    please pay by, to be paid by, pay no later than, latest payment date,
    sista bet dag, sista betdag, sista dag för betalning, förfallodat, förfallo datum, förfallo dag, förfaller den, förf dat, ff dag, förfallodatum senast, betalas senast den, betala senast den, skall betalas senast, ska betalas senast, payable by, payable before, payable on, pay before, payment date, payment due date, last payment date, due by, dead line, betaldatum, bet dag, bet datum, betalning senast, tillhanda, oss tillhanda den, erlägges senast,
    förfallodatum, förfallodag, förfaller, förfaller till betalning, förf datum, förfdatum, ff datum, förfdag,
    betalas senast, att betala senast, betala senast, sista betalningsdag, sista betalningsdatum, betalningsdag,
    betalningsdatum, oss tillhanda, oss tillhanda senast, tillhanda senast, betalning oss tillhanda, due date,
    payment due, date due, due on, pay by, vervaldatum, fälligkeitsdatum, fällig am, forfallsdato,
    date d'échéance, échéance, betalingsfrist, forfaldsdato, forfald, betalingsdato, zahlbar bis, zahlungsziel, eräpäivä`,
  ocrReference: words`
    ange ocr nr vid betalning, ange ocr nummer vid betalning, ange ocr vid betalning, ange vid betalning ocr, reference to quote, please quote, quote reference, please quote reference, payment reference no,
    ocr kod, ocrkod, ocr no, ocr number, ocr/betalningsreferens, ocr/referensnummer, ocr/ref nr, referens/ocr, referensnr/ocr, betalref, bet ref, betal referens, betalningsref, betalningsreferensnr, betalningsnummer, betalnummer, referensnr ocr, referens nr ocr, inbetalningsref, payment id, payment number, remittance reference, remittance ref, remittance ref no, inbetalarens ocr, inbetalarens ocr nr, inbetalarens ocr nummer,
    ocr, ocr nr, ocrnr, ocr nummer, ocrnummer, ocr referens, ocr ref, ocr/referens, referens ocr, betalningsreferens,
    betalreferens, referensnummer ocr, inbetalningsreferens, ange ocr, payment reference, payment ref,
    communication for your payment, meddelande ocr, ange vid betalning, anges vid betalning, betalningsid, kid,
    fakturanr/ocr, fakturanummer/ocr, ocr/fakturanr, ocr/fakturanummer, fakturanr/ocr nr, faktura/ocr nr, faktura nr/ocr nr, fakturanummer/ocr nummer, fakturanr och ocr, referens vid betalning, ange vid inbetalning, betalningsreferens/ocr`,
  bankgiro: words`
    bankgiro nummer, bankgiro nr, bank giro nr, bankgirokonto nr, betala till bg, bankgironr för betalning, bg nummer, bgnummer, bg konto, bankgiro/plusgiro, bg/pg,
    bankgiro, bankgironr, bankgironummer, bankgirot, bankgirokonto, bg, bg nr, bgnr, till bankgiro, till bg,
    betala till bankgiro, bankgiro no, bank giro`,
  plusgiro: words`
    pg nummer, pgnummer, pg konto, plusgiro nr, plusgiro nummer, postgirokonto,
    plusgiro, plusgironr, plusgironummer, plusgirot, plusgirokonto, pg, pg nr, pgnr, postgiro, postgironr,
    till plusgiro, plus giro`,
  iban: words`
    iban nummer, ibannummer, bankkonto iban, bankkonto/iban, konto iban, account iban, iban konto, iban account, iban kontonr, iban/kontonr, iban kod,
    iban, iban nr, iban no, iban code, ibannr`,
  organisationNumber: words`
    org nr/f skatt, orgnr/f skattenr, orgnr/persnr, org/pers nr, företagsnummer, bolagsnr, company no, company number, corporate id, corp reg no, organisation no, organisation number, organization no, organization number, org number, org id, cvr, cvr nr, y tunnus, business id, handelsregister,
    organisationsnummer, organisationsnr, org nr, orgnr, org nummer, orgnummer, organisations nr,
    corporate identity number, org no, company reg no, company registration number, registration number, reg no,
    corp id, kvk,
    org nr/vat nr, orgnr/momsnr, organisationsnr/momsregnr, org nr/moms nr, orgnr/vat`,
  vatNumber: words`
    moms registreringsnummer, momsregistrering, momsreg nummer, moms reg nummer, momsreg no, vat reg nr, vat registration no, vat registration nr, vat nummer, vat id nr, vat/moms nr, moms id, mva nr, mvanr, se nr, alv nro, tva, n tva, btw nr, ust id, ust id nr, ustidnr,
    momsregistreringsnummer, momsregnr, moms reg nr, momsreg nr, momsnr, moms nr, momsnummer, vat nr, vatnr,
    vat number, vat no, vat reg no, vat id, vat, momsreg, momsregistreringsnr, moms reg, vat registration number,
    btw nummer, ust idnr, tax id,
    org nr/vat nr, orgnr/momsnr, organisationsnr/momsregnr, org nr/moms nr, orgnr/vat, vat/momsreg nr, momsreg nr/vat nr, moms/vat nr`,
  net: words`
    fakturabelopp exkl moms, fakturabelopp exkl, summa exkl, belopp exkl, netto exkl, totalt exkl, total exkl, totalt exklusive moms, total exklusive moms, belopp exklusive moms, exklusive moms, summa netto exkl moms, momsgrundande belopp, momspliktig summa, momspl belopp, skattepliktigt belopp, beskattningsvärde, summa före skatt, taxable amount, taxable, net total amount, amount excluding vat, amount ex vat, total ex vat, total exclusive of vat, excl vat, ex moms, ex vat, summa ex moms, totalt ex moms, total ex moms, totalt netto exkl moms, netto summa, goods total, total before vat, total before tax,
    netto, nettobelopp, nettosumma, netto sek, summa netto, totalt netto, netto exkl moms, summa exkl moms,
    summa exklusive moms, totalt exkl moms, belopp exkl moms, total exkl moms, totalsumma exkl moms, exkl moms,
    belopp före moms, summa före moms, summa utan moms, totalt före moms, delsumma, subtotal, sub total,
    momspliktigt, momspliktigt belopp, momsunderlag, underlag, underlag moms, beskattningsunderlag,
    beskattningsbart belopp, ordersumma, varuvärde, net, net amount, total net, net total, total excl vat,
    amount excl vat, total excluding vat, exclusief btw, grondslag, nettobetrag, subtotaal,
    rechnungssumme ohne ust, nettosumme, summe netto, zwischensumme, sum eks mva, netto eks mva, total ekskl moms, subtotal ekskl moms, montant hors taxes, total ht, hors taxes, sous total, veroton`,
  vat: words`
    moms summa, momssumma, summa moms sek, varav momsbelopp, momsbelopp kr, momsbelopp sek, totalt momsbelopp, summa mervärdesskatt, total mervärdesskatt, vat total, vat sek, vat sum, sales tax, moms att betala, utg moms, varav mervärdesskatt, plus moms, moms tillkommer,
    moms, momsbelopp, moms kr, moms sek, moms belopp, varav moms, summa moms, total moms, totalt moms,
    mervärdesskatt, utgående moms, moms totalt, vat, vat amount, total vat, tax, tax amount, total tax, btw,
    btw bedrag, mwst, mva,
    steuerbetrag, umsatzsteuer, ust, zzgl ust, zzgl mwst, mehrwertsteuer, tva, montant tva, taxe, taxes, alv, mva beløp, momsbeløb`,
  rounding: words`
    round off, rounding off, roundoff, rounding diff, avrundat,
    avrundning öre, öres utjämning, avrundn, öre avrundning, öresjustering, öresavrundning kr, utjämning öre, round off, rounded, avrundning till hela kronor,
    öresavrundning, öresutjämning, öresavr, öres avrundning, öresutj, öresavrundn, avrundning, avrundn,
    öresdifferens, utjämning, rounding, rounding amount`,
  total: words`
    netto att betala, kvar att betala, återstår att betala, total att betala, totalt belopp att betala, summa totalt, totalsumma att betala, summa att erlägga, att erlägga, belopp att erlägga, fakturatotalt, fakturabelopp inkl moms, fakturabelopp sek, fakturasumma sek, totalbelopp inkl moms, totalt inkl, total inkl, summa inkl, belopp inkl, belopp inklusive moms, totalsumma inklusive moms, summa sek inkl moms, betalas, betalningsbelopp, bruttobelopp, brutto, totalt tillgodo, tillgodobelopp, kredit totalt, totalt att erhålla, summa tillgodo, att få tillbaka, återbetalas till er, total amount payable, amount payable, payable amount, payable, total payable, please pay, sum total, total amount incl vat, amount incl vat, total inclusive of vat, total gbp, total eur, total usd, total credit, credit amount, amount credited, to be credited, skuld, totalskuld, totalt krav, att betala totalt, summa skuld, kravbelopp, totalt kravbelopp, totalt att betala nu,
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
    er referens/märkning, ert ref, ert ref nr, er referens/beställare, köparens ref, beställarens referens, beställare/referens, beställar id, beställarid, beställarkod, er referens kod, er ref kod, er ref nr, fakturareferens, fakturaref, faktura referens, referens hos er, kontakt hos er, er kod, er signatur, er handläggare, attn reference, purchaser reference, buyers reference, buyers ref, your contact, ordered by, requisitioner, kst, resultatenhet, kostnadsställe/projekt, invoice reference,
    er referens, er ref, ert referens, ers referens, er referens nr, beställarreferens, beställar ref, referenskod,
    referenskod/namn, er kontakt, er kontaktperson, er beställare, beställare, beställd av, kundreferens,
    kundens referens, kund ref, köparens referens, er märkning, ert märke, your reference, your ref, buyer reference,
    customer reference, kostnadsställe, er referenskod, zz kod, refkod, re kod`,
  purchaseOrderNumber: words`
    p o #, po #, p o no, p o number, p o nr,
    köparens ordernummer, köparens ordernr, köparens order nr, köparens order, kundens ordernummer, kundens ordernr, kundens order nr, kundens order, beställarens ordernr, beställarens ordernummer, er beställning, er beställning nr, ert best nr, er best nr, best nr, bestnr, beställnings nr, beställning nr, beställning, io nr, ionr, io nummer, inköps order, inköpsordernr/avrop, avropsnummer, avrop nr, avropsorder, po no/order, purchase order nr, your po, your po no, customer po, customer order no, customer order, customers order, buyers order no, buyers order number, your order number, your order nr, order ref, orderreferens, kund order nr, kundorder, ert avrop, ert po nr, ert kontraktsnr,
    ert ordernr, ert ordernummer, er order, er ordernr, er order nr, ert order nr, inköpsordernummer, inköpsordernr,
    inköpsorder, inköpsorder nr, inköpsnr, beställningsnummer, beställningsnr, ert beställningsnr, rekvisitionsnr,
    rekvisitionsnummer, rekvisition, avropsnr, avrop, purchase order, purchase order number, purchase order no,
    po number, po no, po nr, po, your order, your order no, er inköpsorder`,
  paymentTerms: words`
    bet villkor, bet vill, betalnings villkor, betalningsvilkor, kreditvillkor, kredit dagar, kreditdagar, betalningsfrist dagar, payment term, credit terms,
    betalningsvillkor, betal villkor, betvillkor, betalvillkor, betalningstid, kredittid, payment terms,
    terms of payment, terms, villkor`,
  currency: words`
    valuta, currency, valutakod`,
  payee: words`
    mottagare/payee, betalningsmottagare/payee, sändare, from, utfärdare faktura, fakturautställare, säljarens namn,
    betalningsmottagare, mottagare, betalas till, till förmån för, payee, beneficiary, kontoinnehavare, säljare,
    leverantör, seller, supplier, från, avsändare,
    verkäufer, vendeur, saaja`,
  buyer: words`
    er adress, faktureras, fakturamottagare/köpare, kundens adress, godsadress, varumottagare, levereras till adress, beställare adress, buyer address, billing address, delivery address, shipping address, consignee, invoice address, debtor, bill to party,
    fakturaadress, faktureringsadress, fakturamottagare, leveransadress, lev adress, godsmottagare, kund, köpare,
    betalare, inbetalare, betalningsavsändare, avsändare betalning, mottagaradress, bill to, bill to address,
    ship to, invoice to, sold to, buyer, customer, deliver to, faktureras till, levereras till, factuuradres,
    afleveradres, leverans till, faktura till, kundadress,
    käufer, acheteur, rechnungsadresse, lieferadresse, kunde`,
  buyerNumber: words`
    buyer reg no, buyer registration no, buyer company no, buyer vat, buyer vat no, buyer vat number, your reg no, your company no,
    customer vat, customer vat number, customer organisation no, customer reg no, kund vat, kundens vat, er organisationsnr, er organisationsnummer, ert organisationsnr,
    ert vat reg nr, er vat nr, kundens vat nummer, köparens organisationsnummer, köparens org nr, köparens vat nummer, customer org no, buyer org no, your org no, kundens momsregnr, kundens momsregistreringsnummer, köparens momsregnr, gäldenär, kund org, kundorgnr, mottagarens org nr,
    ert vat nummer, ert vat nr, ert vatnr, er vat, ert momsnr, ert momsregnr, ert moms reg nr, er momsregnr,
    ert momsregistreringsnummer, ert organisationsnummer, ert orgnr, ert org nr, er orgnr, er org nr, kundens orgnr,
    kundens org nr, kundens organisationsnummer, kundens momsnr, kundens vat nr, köparens orgnr, köparens momsnr,
    köparens vat nr, your vat no, your vat number, buyer vat, customer vat no, uw btw nummer, kund orgnr,
    kund org nr, momsnr kund, personnr/orgnr`,
  otherDate: words`
    lev dag, lev dat, levererad den, leveransvecka,
    utskriven, utskriftsdag, levererad, leveransdat, leveransperiod, servicedatum, utfört, utfört datum, order dag, avsändningsdatum, ankomstdatum, skickad, dispatch date, shipped, service date, period from, period to, service period, nästa avläsning, avtalsperiod, abonnemangsperiod, hyresperiod, gäller från, gäller till, giltig till, kreditupplysning,
    orderdatum, order datum, leveransdatum, leverans datum, lev datum, levdatum, leveransdag, leverans,
    utleveransdatum, beställningsdatum, bokningsdatum, ursprungligt förfallodatum, tidigare förfallodatum,
    order date, delivery date, ship date, orderdatum kund, avtalsdatum, startdatum, slutdatum, period, avser period,
    avläsningsdatum, godkänd, fakturaperiod, ursprunglig förfallodag, ursprungligt fakturadatum, skapad,
    från och med, till och med`,
  otherReference: words`
    säljorder, säljorder nr, säljordernr, sales order, sales order no, meter, mätare, mätarid, meter no,
    avtalskund, client no, client number, client id, kundreferensnr, kundreferensnummer, kund referens nr, uppdragsnr, uppdragsnummer, uppdrag, utfärdare, kontaktperson, kontakt, contact, contact person, vår handläggare, säljares referens, vår säljare, vårt ärende, vårt ref nr, vår beteckning, er kundansvarig, kundansvarig, serienr, serienummer, partinr, batch, anmärkning, anmärkningar, anmärkning mot fakturan, lev villkor, lev sätt, levsätt, delivery terms, terms of delivery, delivery method, transportsätt, fraktsedel, fraktsedelsnr, kollinr, delivery note, delivery note no, consignment note, packing slip, objektsnr, objekt, fastighetsbeteckning, lägenhet, lgh nr, kontraktsnummer, hyreskontrakt, avtalskod, avtals id, medlemsnr, medlemsnummer, abonnemang, abonnemangsnr, abonnentnr, anläggningsnr, anläggningsnummer, mätarnummer, giltigt bankkonto, swift kod, bic kod, swift/bic, bic no, bankid, bank, f skatt, f skattsedel, godkänd för f skatt, innehar f skattsedel, internet, mail, mejl, hemsida/webb, switchboard, telephone/fax, mobile, kreditnr, krediterad faktura, avser kreditering av faktura, avser fakturanummer, credited invoice, credited invoice no, refers to invoice, ref invoice, original invoice, original invoice no, ursprungsfaktura, referensfaktura, tidigare faktura, tullnr, eori, giln, peppol id, peppol, ed i id, edi id,
    vår referens, vår ref, our reference, our ref, vår kontakt, säljare, handläggare, kundnummer, kundnr, kund nr,
    kund id, kundid, kund no, customer number, customer no, customer id, account number, klantnummer, ordernr,
    ordernummer, order nr, order number, order no, order, vår order, vårt ordernr, vårt ordernummer, following,
    följesedel, följesedelsnr, följesedelsnummer, fsnr, leveransnr, leveransnummer, avtalsnr, avtalsnummer, avtal,
    avtal nr, kontraktsnr, projekt, projektnr, projektnummer, telefon, tel, tfn, telefonnr, phone, telephone, fax,
    telefax, mobil, växel, kundtjänst, e post, epost, email, e mail, hemsida, webb, www, bic, swift, bic/swift,
    clearing, clearingnr, kontonr, kontonummer, bankkonto, konto, artnr, artikelnr, art nr, artikel, art, sida, sid,
    page, gln, ean, postadress, adress, besöksadress, address, leveransvillkor, leveranssätt, dröjsmålsränta,
    anläggningsid, mätarnr, godsmärkning, our order, our order no, our order number, order reference internal, betalning, vid betalning, handled by, date of supply, anmärkning mot, styrelsens säte, säte, företagets säte, registered office,
    ärendenr, ärendenummer, ärende, ursprunglig faktura, avser fakturanr, avser faktura nr, krediterar faktura,
    kreditering av faktura, ordernummer kund, mandate id`,
  otherAmount: words`
    late payment interest, late interest, interest rate, dröjsm ränta, drm ränta, drränta,
    porto, miljöavgift, administrationsavgift, adm avgift, aviavgift, emballage, startavgift, förseningsavgift, påminnelsekostnad, inkassokostnad, ersättning, upplupen ränta, interest, reminder fee, late fee, freight, handling, handling fee, deposit, prepaid, förskott, delbetalning, varav rot, rot avdrag, rutavdrag, kreditgräns, saldo, utgående saldo, styckpris, pris/enhet, price/unit, unit cost, nettopris, rab, rab %, rabatt %, mängd, kvantitet, lev ant, lev antal, best antal, enh, enhet, rest,
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
  buyerReference: words`
    märkning, referens, reference, ref, referens/märkning, märke`,
  invoiceNumber: words`
    avser faktura, hyresfaktura, månadsfaktura, samlingsfaktura, kvartalsfaktura, delfaktura, slutfaktura, räntefaktura, avi, hyresavi, nota, räkning, credit memo, credit invoice, tax invoice, collection demand, inkassokrav, kravbrev, reminder, payment reminder, betalningspåminnelse, proforma,
    faktura, kreditfaktura, kreditnota, invoice, credit note, nummer, nr, rechnung, factuur, faktura/ocr, påminnelse,
    påminnelsenr`,
  invoiceDate: words`
    tax point, tax point date, datum, date, dato, datum faktura`,
  dueDate: words`
    betalas, tillhanda senast, senast,
    förfall, due`,
  ocrReference: words`
    referens, referensnummer, meddelande, reference`,
  total: words`
    att betala inkl, kronor öre, belopp inkl moms kr, summa totalt,
    summa, belopp, summa sek, belopp sek, summa kr, sum, amount, kronor, bedrag`,
  net: words`
    summa varor, varor, arbete, totalt varor, charges`,
};
