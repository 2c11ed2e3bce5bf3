// Tickets and invoices as files.
import { readFile } from "./api.ts";
import { saveFile } from "./save_file.ts";

export const saveTicketPdf = async (ticketId: string, language: string): Promise<void> => saveFile(await readFile(`/api/tickets/${ticketId}/pdf`, language), `gelora-${ticketId}.pdf`);

export const saveInvoice = async (bookingId: string, reference: string): Promise<void> => saveFile(await readFile(`/api/bookings/${bookingId}/invoice.pdf`), `gelora-${reference}.pdf`);
