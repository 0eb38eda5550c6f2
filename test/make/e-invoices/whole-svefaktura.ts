/** A Svefaktura 1.0 with a bankgiro, a contract and a picture beside it in its envelope: 6225.00 and VAT at 25 %, rounded up by 25 öre. */
export const wholeSvefaktura = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<s:StandardBusinessDocument xmlns:s="urn:sfti:documents:StandardBusinessDocumentHeader"><s:StandardBusinessDocumentHeader><s:HeaderVersion>1.0</s:HeaderVersion></s:StandardBusinessDocumentHeader>
<Invoice xmlns="urn:sfti:documents:BasicInvoice:1:0" xmlns:cac="urn:sfti:CommonAggregateComponents:1:0" xmlns:cbc="urn:oasis:names:tc:ubl:CommonBasicComponents:1:0">
<ID>15</ID><cbc:IssueDate>2026-11-02</cbc:IssueDate><InvoiceTypeCode>380</InvoiceTypeCode><cbc:Note>Fritext</cbc:Note><InvoiceCurrencyCode>SEK</InvoiceCurrencyCode>
<AdditionalDocumentReference><cac:ID identificationSchemeID="ATS">urn:sfti:documents:object:271</cac:ID></AdditionalDocumentReference>
<AdditionalDocumentReference><cac:ID identificationSchemeID="CT">Avtal 7</cac:ID></AdditionalDocumentReference>
<cac:BuyerParty><cac:Party><cac:PartyName><cbc:Name>Regionen</cbc:Name></cac:PartyName></cac:Party></cac:BuyerParty>
<cac:SellerParty><cac:Party><cac:PartyName><cbc:Name>Säljaren AB</cbc:Name></cac:PartyName>
<cac:PartyTaxScheme><cac:CompanyID>5566778899</cac:CompanyID><cbc:ExemptionReason>F-skattebevis finns</cbc:ExemptionReason><cac:TaxScheme><cac:ID>SWT</cac:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:PartyTaxScheme><cac:CompanyID>SE556677889901</cac:CompanyID><cac:TaxScheme><cac:ID>VAT</cac:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:SellerParty>
<cac:Delivery><cbc:ActualDeliveryDateTime>2026-10-30T00:00:00</cbc:ActualDeliveryDateTime></cac:Delivery>
<cac:PaymentMeans><cac:PaymentMeansTypeCode>1</cac:PaymentMeansTypeCode><cbc:DuePaymentDate>2026-12-02</cbc:DuePaymentDate><cac:PayeeFinancialAccount><cac:ID>9912346</cac:ID><cac:FinancialInstitutionBranch><cac:FinancialInstitution><cac:ID>BGABSESS</cac:ID></cac:FinancialInstitution></cac:FinancialInstitutionBranch><cac:PaymentInstructionID>10023489</cac:PaymentInstructionID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>30 dagar netto</cbc:Note><cbc:PenaltySurchargePercent>8</cbc:PenaltySurchargePercent></cac:PaymentTerms>
<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cac:ReasonCode name="Frakt">ZZZ</cac:ReasonCode><cbc:Amount amountCurrencyID="SEK">225</cbc:Amount></cac:AllowanceCharge>
<cac:TaxTotal><cbc:TotalTaxAmount amountCurrencyID="SEK">1556.25</cbc:TotalTaxAmount><cac:TaxSubTotal><cbc:TaxableAmount amountCurrencyID="SEK">6225</cbc:TaxableAmount><cbc:TaxAmount amountCurrencyID="SEK">1556.25</cbc:TaxAmount><cac:TaxCategory><cac:ID>S</cac:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme><cac:ID>VAT</cac:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubTotal></cac:TaxTotal>
<cac:LegalTotal><cbc:LineExtensionTotalAmount amountCurrencyID="SEK">6000</cbc:LineExtensionTotalAmount><cbc:TaxExclusiveTotalAmount amountCurrencyID="SEK">6225</cbc:TaxExclusiveTotalAmount><cbc:TaxInclusiveTotalAmount amountCurrencyID="SEK">7781.50</cbc:TaxInclusiveTotalAmount><cac:RoundOffAmount amountCurrencyID="SEK">0.25</cac:RoundOffAmount></cac:LegalTotal>
<cac:InvoiceLine><cac:ID>1</cac:ID><cbc:InvoicedQuantity quantityUnitCode="liter">120</cbc:InvoicedQuantity><cbc:LineExtensionAmount amountCurrencyID="SEK">6000</cbc:LineExtensionAmount><cac:OrderLineReference><cac:BuyersLineID>3</cac:BuyersLineID><cac:OrderReference><cac:BuyersID>B-1</cac:BuyersID></cac:OrderReference></cac:OrderLineReference><cac:Item><cbc:Description>Falu rödfärg</cbc:Description><cac:BasePrice><cbc:PriceAmount amountCurrencyID="SEK">50</cbc:PriceAmount></cac:BasePrice></cac:Item></cac:InvoiceLine>
<RequisitionistDocumentReference><cac:ID>4711</cac:ID></RequisitionistDocumentReference>
</Invoice>
<ObjectEnvelope xmlns="urn:sfti:documents:ObjectEnvelope:1:0"><EncodedObject><ObjectID>271</ObjectID><EncodedData format="BASE64" mimeCode="image/jpeg" filename="bild.jpg">YQ==</EncodedData></EncodedObject></ObjectEnvelope>
</s:StandardBusinessDocument>`;
