import { AFRelationship, PDFDocument, StandardFonts } from 'pdf-lib';

/** A PDF of one page that carries a file, as Factur-X and ZUGFeRD do. */
export async function hybridPdf(
  attached: { readonly name: string; readonly text: string },
  printed = 'Faktura R-7',
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([420, 420]).drawText(`${printed}, se den bifogade filen`, { x: 40, y: 300, size: 12, font });
  const options = { mimeType: 'text/xml', afRelationship: AFRelationship.Alternative };
  await pdf.attach(new TextEncoder().encode(attached.text), attached.name, options);
  return pdf.save();
}
