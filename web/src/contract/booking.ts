// Generated from contracts/booking.openapi.yaml by `npm run contracts:types`.

export interface paths {
    "/api/concerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find concerts */
        get: operations["listConcerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One concert with its shows */
        get: operations["getConcert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** One show with its zones and prices */
        get: operations["getShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/seating": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * The hall's geometry, which never changes
         * @description Cache it for long; the ETag is strong.
         */
        get: operations["getSeating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/seating/rows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * The same geometry in few bytes
         * @description Says what `/seating` says, with the seats of a row as steps: a tenth of the bytes, for who draws a whole stadium on a telephone.
         *     Cache it for long; the ETag is strong.
         */
        get: operations["getSeatingByRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * What is free now
         * @description Two bits a seat in `seat_no` order, the first seat in the lowest bits of the first byte: 0 available, 1 held, 2 sold,
         *     3 not for sale. Seated places only; standing places show in `zones`. Trails an answered write by at most 250 ms.
         */
        get: operations["getAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/availability/stream": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * Changes as they happen
         * @description Server-sent events. `id:` is the version. `event: delta` carries `AvailabilityDelta`; `event: snapshot` carries
         *     `Availability`, sent first when `Last-Event-ID` is absent or too old.
         */
        get: operations["streamAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold places, all of them or none */
        post: operations["createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000401 */
                id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        /** Read a hold */
        get: operations["getHold"];
        put?: never;
        post?: never;
        /** Give the places back */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My bookings */
        get: operations["listBookings"];
        put?: never;
        /**
         * Turn a hold into a booking that waits for payment
         * @description The price is the server's alone. `pay_by` is set once, and the seats stay held until then.
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        /** One booking of mine */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a booking
         * @description Before the payment: gives the places back. After it: gives all tickets back by the show's `refund_rule`; the booking is
         *     `refund_pending` until the money is back. The same answer again if it was cancelled already.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline seats that were given instead of those chosen
         * @description Of a booking that was paid late and got other seats (`substituted`), until `decline_by`. All the money goes back. The same
         *     answer again if it was declined already.
         */
        post: operations["declineSubstitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{id}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000401 */
                id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a booking of this hold would cost
         * @description With a promo code or without. Claims nothing. Who asks for many codes that do not exist waits (429).
         */
        post: operations["quoteHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * How a show sells
         * @description Sums that are kept while the show sells, about a second behind. `value` is what buyers were asked for the places, fees and tax and all;
         *     what was paid in the end is in the settlement.
         *     The width of a point of the timeline grows with the time the sale takes. A point without a sale is left away.
         */
        get: operations["getSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * Who bought, newest first
         * @description For owners and managers of the organisation.
         */
        get: operations["listBookingsOfShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings/{booking_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        /** One booking with its buyer and what happened to it */
        get: operations["getBookingOfShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings/{booking_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note about a booking
         * @description The organisation's people see it; the buyer does not.
         */
        post: operations["createBookingNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings/{booking_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the buyer the mail with the tickets once more
         * @description At most three times an hour, the buyer's own wishes counted.
         */
        post: operations["resendReceiptOfShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings/{booking_id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a buyer other seats
         * @description All of these moves or none, each within its zone. The old tickets open no gate from now on; whoever had them has new ones, and a mail with them.
         *     Asked again, nothing more happens.
         */
        post: operations["moveBookingOfShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings/{booking_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take tickets back that cost nothing
         * @description All of the booking's. They open no gate from now on, their places are free, and whoever has them gets a mail. What was paid goes back by a refund, which does the same. Asked again, nothing more happens.
         */
        post: operations["takeFreeTicketsBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/bookings/{booking_id}/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
                /** @example 7301444403200000701 */
                ticket_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name on a ticket
         * @description Its code stays. Gates show the new name as soon as they ask again.
         */
        patch: operations["renameTicketOfShow"];
        trace?: never;
    };
    "/api/shows/{id}/house-seats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** House seats of a show, and who kept them when */
        get: operations["listHouseSeats"];
        put?: never;
        /**
         * Keep places for somebody
         * @description All of them or none, before the sale opens and after it closes as well. They stay until they are let go; with `until` they go by themselves at that
         *     time: somebody is to fetch and pay them at the counter. To fans they are not free. No limit a person counts them.
         */
        post: operations["keepHouseSeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/house-seats/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000401 */
                hold_id: components["parameters"]["HouseGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let a whole group go
         * @description Its places are free at once. Asked again, nothing more happens.
         */
        delete: operations["letHouseSeatsGo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/house-seats/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000401 */
                hold_id: components["parameters"]["HouseGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let some places of a group go
         * @description All of those named, or none. With the last of a group the group ends.
         */
        post: operations["letSomeHouseSeatsGo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/capacities": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** How many places of each standing zone may be taken, and how many are */
        get: operations["listCapacities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/zones/{zone_id}/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000302 */
                zone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set how many places of a standing zone may be taken
         * @description From what is sold, held and kept by now to all of the plan's places, also while the sale is on: whoever wants one of the places above it is told that
         *     there are none, and when it is raised those who wait are served as when places come back. A draft is published with it. The same number again changes nothing.
         */
        put: operations["setCapacity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/counter-holds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * Places that can be sold at the counter now
         * @description What is kept for somebody who is to fetch it, and what the sellers hold for those who stand before them. To owners and managers house seats that
         *     stay as well.
         */
        get: operations["listCounterHolds"];
        put?: never;
        /**
         * Hold places for whoever stands at the counter
         * @description All of them or none, for ten minutes. Also before the sale opens and after it closes, until six hours after the show has begun; no limit a person
         *     counts them.
         */
        post: operations["holdAtCounter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/counter-holds/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000401 */
                hold_id: components["parameters"]["HouseGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let go what is held at the counter
         * @description By whoever holds it. Its places are free at once. Asked again, nothing more happens.
         */
        delete: operations["letCounterHoldGo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/counter-sales": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * What was sold at the counter
         * @description Newest first. To those who sell, what they sold themselves; to owners and managers, all of it.
         */
        get: operations["listCounterSales"];
        put?: never;
        /**
         * Sell what is held, or give it away
         * @description The money has been taken, in cash or by the counter's own card terminal, and is in the ledger from then on. The tickets are valid at once, and belong to
         *     whoever has them printed or in the mail: to no account. Places that are given away cost nothing; that is for owners and managers. Out of a group that
         *     was kept for somebody all of it is sold, or the places that are named.
         */
        post: operations["sellAtCounter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/counter-sales/{booking_id}/tickets.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        /**
         * The tickets to print
         * @description Those that open gates, a page A4 each, in the language of `Accept-Language`: Indonesian unless that begins with `en`.
         */
        get: operations["printCounterTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/places.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * All booked places as CSV
         * @description A line for each place, oldest booking first, sent while it is read. What a spreadsheet would take for a formula has an apostrophe in front.
         *     An answer that breaks off lacks the end of its last chunk.
         */
        get: operations["exportPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/places.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * All booked places as a workbook
         * @description The same places as a sheet for Excel and LibreOffice; moments by the clock of the venue. No text is a formula.
         */
        get: operations["exportPlacesSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** Prices, fees, tax, refund rule and presale of a show */
        get: operations["getSellingRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set prices, fees, tax, refund rule and presale
         * @description What is not named stays. Bookings that were made keep their price; the refund rule of today counts for all. Of a draft it makes a new version; another seating plan drops its gates, and promo codes of some zones.
         */
        patch: operations["setSellingRules"];
        trace?: never;
    };
    "/api/shows/{id}/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** Promo codes of a show */
        get: operations["listPromoCodes"];
        put?: never;
        /** Make a promo code */
        post: operations["createPromoCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/promo-codes/{code_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000901 */
                code_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a promo code
         * @description Bookings that have it keep their price.
         */
        delete: operations["endPromoCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** How far the calling off is */
        get: operations["getShowCancellation"];
        put?: never;
        /**
         * Call a show off
         * @description Nobody can book from now on; whoever has paid gets everything back. One job over all bookings, gone on with after a
         *     restart. Asked again: the job that is there.
         */
        post: operations["cancelShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * Messages to the buyers of a show, newest first
         * @description For owners and managers of the organisation; with those to all shows of its concert.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Write a message
         * @description A draft. Placeholders are {name}, {concert}, {show_time}, {venue} and {reference}; each buyer gets their own values, in the language of their account.
         */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/message-audience": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count whom a message would be for
         * @description Bookings, each of which gets a mail.
         */
        post: operations["countAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** A message and how far it went */
        get: operations["getMessage"];
        /**
         * Change a draft
         * @description Replaces all of it. What was tested before is to be tested again.
         */
        put: operations["saveMessage"];
        post?: never;
        /** Throw a draft away */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The mail as it will be
         * @description In both languages, with the values of one of those whom it is for; with made-up ones when there is nobody.
         */
        post: operations["previewMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it to oneself
         * @description Both languages go to the address of the one who asks: a person, no program. Only a version that was tested can be sent.
         */
        post: operations["testMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it
         * @description Whom it is for is fixed now. It goes out at the pace of the site; each booking gets it once, whatever happens meanwhile. An organisation may send some messages a day (`rate-limited` after that).
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause it
         * @description Who was written to stays written to.
         */
        post: operations["pauseMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it go on */
        post: operations["resumeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel what is left of it
         * @description For good. Who was written to stays written to.
         */
        post: operations["cancelMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Who changed what
         * @description The trail of an organisation, newest first: concerts and shows, prices and rules, promo codes, halls, messages, webhooks,
         *     places and names on tickets. For its owners and managers; a manager of single shows is told what was done to these. What became of its people and
         *     programs: `GET /api/organisations/{id}/team-changes`.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Webhooks of an organisation
         * @description For its owners and managers, and their programs.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have a program told what happens
         * @description At most ten. What is sent, how it is signed and when it is sent again: [webhooks](https://github.com/gelora/gelora/blob/main/docs/webhooks.md).
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** A webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook and its log */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, or switch it on or off
         * @description What was given up is switched on again here; what waits is sent then.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/organisations/{id}/webhooks/{webhook_id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret
         * @description For 24 hours each event is signed with both.
         */
        post: operations["replaceWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/webhooks/{webhook_id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test event */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What a webhook was told, newest first
         * @description Kept for 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/webhooks/{webhook_id}/deliveries/{delivery_id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
                /** @example 7301444403200000961 */
                delivery_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it again
         * @description With the same id, so that a receiver that had it knows it.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/invoice.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        /**
         * The invoice of a booking of mine
         * @description 404 until there is one, which is soon after the payment. The same document each time, in the language that it was written in.
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send me the mail with the tickets once more
         * @description At most three times an hour for one booking, then 429.
         */
        post: operations["createReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tickets */
        get: operations["listTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /** One ticket of mine */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name on a ticket of mine
         * @description Its code stays. Gates show the new name as soon as they ask again.
         */
        patch: operations["renameTicket"];
        trace?: never;
    };
    "/api/tickets/{id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /** The ticket's code as a picture */
        get: operations["getTicketQr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * The ticket to print
         * @description In the language of `Accept-Language`: Indonesian unless that begins with `en`.
         */
        get: operations["getTicketPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /** The show as a calendar entry */
        get: operations["getTicketCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/wallet/apple": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * The ticket as a pass for Apple Wallet
         * @description Signed with the site's own key; in English and Indonesian, as the phone is. Only where the ticket's `wallets` has `apple`.
         */
        get: operations["getApplePass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/wallet/google": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * The link that puts the ticket into Google Wallet
         * @description A JWT (RS256) that carries the ticket, signed with the site's service account. Only where the ticket's `wallets` has `google`. The link is the ticket; keep it to yourself.
         */
        get: operations["getGooglePass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /** To whom I offered this ticket */
        get: operations["listTransfers"];
        put?: never;
        /**
         * Offer my ticket to somebody else
         * @description A mail goes to that address, in my language, with a link that is good for 72 hours, at most until the show begins. Until somebody
         *     takes it the ticket is mine and works. At most 20 an hour for one person, then 429.
         */
        post: operations["createTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/transfers/{transfer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
                /** @example 7301444403200000701 */
                transfer_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an offer back */
        delete: operations["takeTransferBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is offered to me
         * @description For whoever has the token of the link. The code of the ticket is not told.
         */
        post: operations["lookAtTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the ticket that is offered to me
         * @description One decision: the giver's ticket is dead from here on, and a new one, with an id and a code of its own, is mine. Whoever takes
         *     it first has it. The booking, and its money, stay with who bought it: a refund ends this ticket, and I am told by mail.
         */
        post: operations["acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** Whether I am told when the sale opens */
        get: operations["getWatch"];
        /** Tell me when the sale opens */
        put: operations["watchShow"];
        post?: never;
        /** Do not tell me */
        delete: operations["unwatchShow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for places that are sold out
         * @description One open place in line a person and show. Who waits longest is served first; a smaller party may be served before a larger one that does not fit.
         */
        post: operations["joinWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * How far the waiting room of a show is
         * @description The same for everybody, a second old at most. Whoever knows their own number knows their place from `admitted_through`.
         */
        get: operations["getQueue"];
        put?: never;
        /**
         * Enter the waiting room
         * @description One place in line a person and show; asked again, the one that there is. Who is there before the sale opens takes part in the draw; who comes later stands behind, in order of arrival. Who has had a turn enters anew, at the end.
         */
        post: operations["joinQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/queue/me": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** My place in the waiting room */
        get: operations["getMyQueueEntry"];
        put?: never;
        post?: never;
        /** Leave the waiting room */
        delete: operations["leaveQueue"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/queue/draw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * All that took part in the draw, for whoever wants to check it
         * @description How: docs/waiting-room.md, or `./gelora verify-draw`.
         */
        get: operations["getQueueDraw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rehearse the sale with a crowd that is made up
         * @description The crowd buys from a copy of the show at the desk that would sell it, in simulated time: what is sold or kept stays so, nothing is written down, nobody is told. Before the show is published as well. The same crowd, settings and machine give the same sale. How: docs/rehearsal.md.
         */
        post: operations["rehearseSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/waiting-room": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** The waiting room of a show, and who is in it */
        get: operations["getWaitingRoom"];
        /**
         * Sell through a waiting room
         * @description Also while the sale is on: from then on whoever has no turn waits for one. The seed of the draw is made with the first setting and committed to.
         */
        put: operations["setWaitingRoom"];
        post?: never;
        /** Sell to everybody at once */
        delete: operations["removeWaitingRoom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose openings I am told of */
        get: operations["listMyWatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I wait */
        get: operations["listMyWaitlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave the line */
        delete: operations["leaveWaitlist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/shows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Shows of an organisation, and how they sell */
        get: operations["listOrganisationShows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A gate has scanned a ticket
         * @description For whoever works for the show's organisation, in any role, and its machines; else 404. Told again with the same `scan_id`, it gets the same answer and is not counted twice. The server's clock counts; a `scanned_at` of more than 30 s ago is believed for a scan that had to wait for a network.
         */
        post: operations["createCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/check-ins/batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scans of a gate that had no network
         * @description Up to 500, in the order in which they were made. They become durable together: after an answer that was lost, the same batch gets the same results. A conflict is a scan by which the gate let somebody in (`let_in`) who had come in before, or whose ticket was void by then.
         */
        post: operations["createCheckIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/check-ins/counts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** How many came, by zone and by gate */
        get: operations["getGateCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/check-ins/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * Who was let in without a network and should not have been
         * @description Scans by which a gate had let somebody in by itself (`let_in`) who had come in elsewhere, or whose ticket was void by then. Newest first. For owners and managers.
         */
        get: operations["listConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/gate-list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /**
         * What a gate needs without a network
         * @description Tickets in the order of their last changes, a page at a time: ask again with `after` = `next` until `more` is false; later the same `next` gives what has changed since. Hands out the key by which rotating codes of this show are checked, and of no other.
         */
        get: operations["getGateList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shows/{id}/attendees": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        /** Find somebody by name, seat or booking reference */
        get: operations["listAttendees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/seating-plans": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Seating plans that a show can be in */
        get: operations["listSeatingPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/venues": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Venues that a plan can be of */
        get: operations["listVenues"];
        put?: never;
        /** Add a venue */
        post: operations["createVenue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/venues/{venue_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000031 */
                venue_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a venue of one's own
         * @description All of it. The pages of its concerts follow within seconds. Its time zone stays once shows are planned there.
         */
        put: operations["changeVenue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** An organisation's own seating plans */
        get: operations["listPlans"];
        put?: never;
        /** Begin a seating plan */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/plan-imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a seating plan
         * @description Our format (docs/seating-plan.md), or pretix's seating plan, which is told by its `categories`. At most 8 MiB: pretix's format is five times as long.
         */
        post: operations["importPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** A seating plan, its faults and its versions */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        /**
         * Delete a plan that no show is in
         * @description With its versions. For owners and managers of the organisation; else 404.
         */
        delete: operations["deletePlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/plans/{plan_id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** The document of a seating plan */
        get: operations["getPlanDocument"];
        /**
         * Save the draft of a seating plan
         * @description At most 4 MiB, which is more than 50,000 seats.
         */
        put: operations["savePlanDocument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/plans/{plan_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a version of a seating plan */
        post: operations["publishPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/plans/{plan_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a seating plan */
        post: operations["copyPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/concerts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Concerts of an organisation, drafts too */
        get: operations["listOrganisationConcerts"];
        put?: never;
        /** Write a concert */
        post: operations["createConcert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/concerts/{concert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** A concert as its organiser wrote it */
        get: operations["getOrganisationConcert"];
        put?: never;
        post?: never;
        /**
         * Delete a concert that was never public
         * @description With its drafts of shows. For owners and managers of the organisation; else 404.
         */
        delete: operations["deleteOrganisationConcert"];
        options?: never;
        head?: never;
        /**
         * Change a concert
         * @description What is not named stays.
         */
        patch: operations["changeConcert"];
        trace?: never;
    };
    "/api/organisations/{id}/concerts/{concert_id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give a concert its poster
         * @description A JPEG, PNG or WebP picture of at most 8 MiB and 40 million pixels, told by its first bytes. It is written anew as JPEG, 480, 960 and 1600 pixels wide; nothing else of the file is kept.
         */
        put: operations["setPoster"];
        post?: never;
        /**
         * Take a concert's poster away
         * @description From then on it has the one that is drawn from its colours. For owners and managers of the organisation; else 404.
         */
        delete: operations["removePoster"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/concerts/{concert_id}/shows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Shows of a concert, drafts too */
        get: operations["listConcertShows"];
        put?: never;
        /** Write a show, or a series of them */
        post: operations["createShows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/shows/{show_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** A show as its organiser wrote it */
        get: operations["getOrganisationShow"];
        put?: never;
        post?: never;
        /**
         * Delete a show that was never published
         * @description For owners and managers of the organisation; else 404.
         */
        delete: operations["deleteOrganisationShow"];
        options?: never;
        head?: never;
        /**
         * Change a show
         * @description What is not named stays. The plan and the currency stay once the show was published; the date of a published show changes by its postponement.
         */
        patch: operations["changeShow"];
        trace?: never;
    };
    "/api/organisations/{id}/shows/{show_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a show to other dates */
        post: operations["copyShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/shows/{show_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Publish a show */
        put: operations["publishShow"];
        post?: never;
        /** Take a show back to the drafts */
        delete: operations["withdrawShow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/shows/{show_id}/postponement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a published show another date */
        post: operations["postponeShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerts/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or slug.
                 * @example laut-senja-tur-nusantara
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * What link previews read
         * @description A piece of HTML that the edge puts into the head of `/concerts/{slug}`: title, description, canonical address, Open Graph. Empty when there is no such concert.
         */
        get: operations["getConcertHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerts/{id}/card.png": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or slug.
                 * @example laut-senja-tur-nusantara
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * The picture beside a link to a concert
         * @description 1200 × 630, in Indonesian; the poster in the concert's colours. Its address in the page has the version, so that a preview of an old one ends.
         */
        get: operations["getConcertCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every concert, for search engines */
        get: operations["getSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What search engines leave alone */
        get: operations["getRobots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/gelora-ticket-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that verify ticket codes */
        get: operations["getTicketKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Colour: string;
        Point: number[];
        Polygon: components["schemas"]["Point"][];
        /** @description Dense per show. */
        SeatNo: number;
        /** @enum {string} */
        SaleStatus: "upcoming" | "on_sale" | "sold_out" | "closed" | "postponed" | "cancelled";
        /** @description The same text in each language of the product. */
        LocalText: {
            id: string;
            en: string;
        };
        ConcertCard: {
            id: components["schemas"]["Id"];
            slug: string;
            title: string;
            artist: string;
            genre: string;
            description: components["schemas"]["LocalText"];
            /** @description What the generated poster is painted with. */
            colours: components["schemas"]["Colour"][];
            /** @description The same seed paints the same poster. */
            poster_seed: number;
            poster_url: string | null;
            city: string;
            /** @description Name of the first show's venue. */
            venue: string;
            first_show_at: components["schemas"]["Instant"];
            opens_at?: components["schemas"]["Instant"];
            price_from: components["schemas"]["Money"];
            /** @description A show of it is on sale with less than a tenth of its places free. */
            few_left?: boolean;
            status: components["schemas"]["SaleStatus"];
        };
        ConcertList: {
            items: components["schemas"]["ConcertCard"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Concert: components["schemas"]["ConcertCard"] & {
            shows: components["schemas"]["ShowCard"][];
        };
        Venue: {
            id?: components["schemas"]["Id"];
            name: string;
            city: string;
            /** @example Asia/Jakarta */
            timezone: string;
            address?: string;
        };
        Sale: {
            opens_at: components["schemas"]["Instant"];
            closes_at: components["schemas"]["Instant"];
            status: components["schemas"]["SaleStatus"];
            /**
             * Format: date-time
             * @description From then until `opens_at` whoever has the show's code may hold places; the status is `upcoming` meanwhile. Null: there is no presale.
             */
            presale_opens_at?: string | null;
        };
        ShowCard: {
            id: components["schemas"]["Id"];
            starts_at: components["schemas"]["Instant"];
            venue: components["schemas"]["Venue"];
            sale: components["schemas"]["Sale"];
            price_from: components["schemas"]["Money"];
            /** @description Places that may be taken. */
            capacity?: number;
            /** @description On sale with less than a tenth of its places free. */
            few_left?: boolean;
        };
        ConcertOfShow: {
            id: components["schemas"]["Id"];
            slug: string;
            title: string;
            artist: string;
            colours: components["schemas"]["Colour"][];
            poster_seed: number;
            poster_url?: string | null;
        };
        Tax: {
            /** @description In hundredths of a percent. */
            rate_bp: number;
            /** @description In the price and the fee; else it comes on top. */
            included: boolean;
        };
        /** @enum {string} */
        ZoneKind: "seated" | "standing";
        Zone: {
            id: components["schemas"]["Id"];
            name: string;
            kind: components["schemas"]["ZoneKind"];
            colour: components["schemas"]["Colour"];
            price: components["schemas"]["Money"];
            fee: components["schemas"]["Money"];
            tax?: components["schemas"]["Tax"];
            /** @description Places that may be taken in this show: of a standing zone perhaps fewer than in the plan. */
            capacity: number;
        };
        Show: {
            id: components["schemas"]["Id"];
            concert: components["schemas"]["ConcertOfShow"];
            venue: components["schemas"]["Venue"];
            starts_at: components["schemas"]["Instant"];
            sale: components["schemas"]["Sale"];
            currency: components["schemas"]["Currency"];
            max_tickets_per_user: number;
            waiting_room?: {
                /** @description When one may enter it. */
                gathers_at: components["schemas"]["Instant"];
            } | null;
            refund_rule?: {
                until: components["schemas"]["Instant"];
                keeps_fees: boolean;
            } | null;
            zones: components["schemas"]["Zone"][];
        };
        Seat: {
            seat_no: components["schemas"]["SeatNo"];
            /**
             * @description Row and seat.
             * @example A-12
             */
            label: string;
            x: number;
            y: number;
            accessible?: boolean;
            /** @description Beside an accessible place. */
            companion?: boolean;
        };
        Row: {
            name: string;
            seats: components["schemas"]["Seat"][];
        };
        Section: {
            name: string;
            outline: components["schemas"]["Polygon"];
            rows: components["schemas"]["Row"][];
        };
        SeatingZone: {
            id: components["schemas"]["Id"];
            name: string;
            kind: components["schemas"]["ZoneKind"];
            colour: components["schemas"]["Colour"];
            /** @description Of the plan, which does not change; how many may be taken in the show: `Zone`. */
            capacity: number;
            shape?: components["schemas"]["Polygon"];
            sections?: components["schemas"]["Section"][];
        };
        Stage: {
            points: components["schemas"]["Polygon"];
            label: string;
        };
        Seating: {
            show_id: components["schemas"]["Id"];
            width: number;
            height: number;
            stage: components["schemas"]["Stage"];
            /** @description Words on the plan. */
            texts?: {
                text: string;
                at: number[];
            }[];
            zones: components["schemas"]["SeatingZone"][];
        };
        /** @description Seat i of the row has the number `first` + i. It stands where the steps up to it lead: its x is the sum of `x[0]` to `x[i]`, its y likewise. */
        RowOfSteps: {
            name: string;
            first: components["schemas"]["SeatNo"];
            x: number[];
            y: number[];
            /** @description What is written on each seat; where it is left away, 1, 2, 3 and so on. */
            labels?: string[];
            /** @description The places in the row (counted from 0) that are accessible. */
            accessible?: number[];
            /** @description Those of companions. */
            companion?: number[];
        };
        SectionByRows: {
            name: string;
            outline: components["schemas"]["Polygon"];
            rows: components["schemas"]["RowOfSteps"][];
        };
        SeatingByRows: {
            show_id: components["schemas"]["Id"];
            width: number;
            height: number;
            stage: components["schemas"]["Stage"];
            /** @description Words on the plan. */
            texts?: {
                text: string;
                at: number[];
            }[];
            zones: {
                id: components["schemas"]["Id"];
                name: string;
                kind: components["schemas"]["ZoneKind"];
                colour: components["schemas"]["Colour"];
                capacity: number;
                shape?: components["schemas"]["Polygon"];
                sections?: components["schemas"]["SectionByRows"][];
            }[];
        };
        SoldPlaces: {
            /** @description Places that became tickets. */
            sold: number;
            value: components["schemas"]["Money"];
            /** @description Of these, places that were taken back. */
            returned: number;
            returned_value: components["schemas"]["Money"];
        };
        Sales: {
            show_id: components["schemas"]["Id"];
            /** @description The show's version up to which it is counted. */
            version: number;
            /** @description Places that may be taken. */
            capacity: number;
            /** @description House seats that are kept now. */
            house: number;
            total: components["schemas"]["SoldPlaces"];
            /** @description How many holds were made, how many of these were booked, and how many of these were paid. */
            funnel: {
                held: number;
                booked: number;
                paid: number;
            };
            zones: (components["schemas"]["SoldPlaces"] & {
                id: components["schemas"]["Id"];
                name: string;
                colour: components["schemas"]["Colour"];
                capacity: number;
                house: number;
            })[];
            point_s: number;
            timeline: (components["schemas"]["SoldPlaces"] & {
                from: components["schemas"]["Instant"];
            })[];
        };
        BookingOfShow: {
            id: components["schemas"]["Id"];
            reference: string;
            status: components["schemas"]["BookingStatus"];
            created_at: components["schemas"]["Instant"];
            places: string[];
            names: string[];
            total: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            payment_id: string | null;
        };
        BookingEvent: {
            at: components["schemas"]["Instant"];
            /** @enum {unknown} */
            what: "booked" | "mail" | "offered" | "transferred" | "admitted" | "note" | "moved" | "renamed";
            /** @enum {unknown} */
            mail?: "tickets" | "refund" | "substituted" | "late_refund" | "show_cancelled" | "tickets_again" | "ticket_given" | "ticket_received" | "ticket_ended" | "moved";
            /** Format: date-time */
            sent_at?: string | null;
            amount?: components["schemas"]["Money"];
            ticket_id?: components["schemas"]["Id"];
            name?: string;
            gate?: string;
            text?: string;
            by?: components["schemas"]["Id"];
            /** @description Of `moved`: those that were left; of `renamed`: that of the ticket. */
            places?: string[];
            /** @description Of `renamed`: the name that was there, as far as it is known. */
            before?: string;
            /** @description Of `renamed`: the name from then on, until names are forgotten. */
            after?: string;
            /** @description Of `moved`: the places from then on, in the same order. */
            to?: string[];
        };
        BookingOfShowInWhole: components["schemas"]["BookingOfShow"] & {
            buyer: {
                name: string;
                email: string;
            } | null;
            /** @description How and by whom it was sold at the counter; absent for what was bought online. */
            counter?: {
                method: components["schemas"]["CounterMethod"];
                by: components["schemas"]["Id"];
                reason?: string;
            };
            pay_by: components["schemas"]["Instant"];
            lines: {
                seat_no: components["schemas"]["SeatNo"];
                label: string;
                zone: string;
                total: components["schemas"]["Money"];
            }[];
            tickets: {
                id: components["schemas"]["Id"];
                seat_no: components["schemas"]["SeatNo"];
                name: string;
                status: components["schemas"]["TicketStatus"];
                with_buyer: boolean;
                /** Format: date-time */
                first_admitted_at: string | null;
            }[];
            history: components["schemas"]["BookingEvent"][];
        };
        SeatMoves: {
            moves: {
                from: components["schemas"]["SeatNo"];
                to: components["schemas"]["SeatNo"];
            }[];
        };
        /** @description A name, and exactly one of the three ways. */
        HouseSeatsRequest: {
            /** @description For whom: sponsor, press, the crew. */
            name: string;
            /**
             * Format: date-time
             * @description Not before a minute from now and not after the show has begun six hours ago; absent for places that stay.
             */
            until?: string;
            seat_nos?: components["schemas"]["SeatNo"][];
            best_available?: {
                zone_id?: components["schemas"]["Id"];
                quantity: number;
                /** @description Price of one place at most. */
                max_price_minor?: number;
            };
            standing?: components["schemas"]["HouseStanding"];
        };
        HouseStanding: {
            zone_id: components["schemas"]["Id"];
            quantity: number;
        }[];
        /** @description Exactly one of the two ways. */
        HouseSeatsRelease: {
            /** @description How many places the group has now. Asked again after an answer that was lost, nothing more is released; after another's release it is refused. */
            of: number;
            seat_nos?: components["schemas"]["SeatNo"][];
            standing?: components["schemas"]["HouseStanding"];
        };
        ZoneCapacityRequest: {
            /** @description Places that may be taken; at most the plan's. */
            capacity: number;
            /** @description What it was when that was decided; if it is another by now, nothing changes. */
            was: number;
        };
        /** @description Of a standing zone. `sold` + `held` + `house` + `free` = `capacity`. */
        ZoneCapacity: {
            zone_id: components["schemas"]["Id"];
            name: string;
            colour: components["schemas"]["Colour"];
            /** @description Places that may be taken in this show. */
            capacity: number;
            /** @description Places of the seating plan. */
            plan_capacity: number;
            sold: number;
            /** @description By fans: being chosen, paid for, or offered to who waits. */
            held: number;
            /** @description Kept for somebody. */
            house: number;
            free: number;
        };
        ZoneCapacityList: {
            items: components["schemas"]["ZoneCapacity"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        CapacityBelowSold: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/capacity-below-sold";
            /** @constant */
            status?: 409;
            /** @description As it is. */
            capacity: number;
            sold: number;
            held: number;
            house: number;
        };
        CapacityChangedMeanwhile: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/changed-meanwhile";
            /** @constant */
            status?: 412;
            current: components["schemas"]["ZoneCapacity"];
        };
        HouseGroup: {
            id: components["schemas"]["Id"];
            /** @description Empty for what is being sold at the counter. */
            name: string;
            by: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description When its places go free by themselves. Null for those that stay.
             */
            until: string | null;
            seats: {
                seat_no: components["schemas"]["SeatNo"];
                label: string;
                zone_id: components["schemas"]["Id"];
            }[];
            standing: {
                zone_id: components["schemas"]["Id"];
                zone: string;
                quantity: number;
            }[];
        };
        HouseSeats: {
            groups: components["schemas"]["HouseGroup"][];
            history: {
                at: components["schemas"]["Instant"];
                /** @enum {unknown} */
                what: "kept" | "let_go";
                /** @description Absent for what went free by itself. */
                by?: components["schemas"]["Id"];
                group_id: components["schemas"]["Id"];
                /** @description Of a group that was kept. */
                name?: string;
                /** @description Of places that were let go because they were sold at the counter: the booking's reference. */
                sold_as?: string;
                places: string[];
            }[];
            /** @description Who did these things, as far as their accounts are there. */
            people: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
        };
        /** @description Exactly one of the three ways. */
        CounterHoldRequest: {
            seat_nos?: components["schemas"]["SeatNo"][];
            best_available?: {
                zone_id?: components["schemas"]["Id"];
                quantity: number;
                /** @description Price of one place at most. */
                max_price_minor?: number;
            };
            standing?: components["schemas"]["HouseStanding"];
        };
        CounterHold: components["schemas"]["HouseGroup"] & {
            /** @description What all its places cost, with fees and tax. */
            total: components["schemas"]["Money"];
            /** @description Of one place of each of its zones. */
            prices: {
                zone_id: components["schemas"]["Id"];
                total: components["schemas"]["Money"];
            }[];
        };
        /**
         * @description How it was paid. By `card` is by the counter's own terminal; `complimentary` are places that cost nothing.
         * @enum {unknown}
         */
        CounterMethod: "cash" | "card" | "complimentary";
        CounterSaleRequest: {
            group_id: components["schemas"]["Id"];
            /** @description These seats of the group, or so many `standing`; all of it when neither is there. */
            seat_nos?: components["schemas"]["SeatNo"][];
            standing?: components["schemas"]["HouseStanding"];
            method: components["schemas"]["CounterMethod"];
            /** @description What was taken; refused when it is not what these places cost. */
            total_minor: number;
            /** @description Why they cost nothing; with `complimentary` only. */
            reason?: string;
            buyer?: {
                /** @description For the tickets and the guest list. */
                name?: string;
                /** @description The tickets go there as well. */
                email?: string;
                /**
                 * @description Of the mail; Indonesian when absent.
                 * @enum {unknown}
                 */
                locale?: "id" | "en";
            };
        };
        CounterSale: {
            /** @description Of the booking. */
            id: components["schemas"]["Id"];
            reference: string;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Id"];
            method: components["schemas"]["CounterMethod"];
            reason?: string;
            status: components["schemas"]["BookingStatus"];
            total: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            places: string[];
            name: string;
            email: string;
        };
        PriceChanged: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/price-changed";
            /** @constant */
            status?: 409;
            total: components["schemas"]["Money"];
        };
        WasPublished: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/was-published";
            /** @constant */
            status?: 409;
        };
        PlanInUse: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/plan-in-use";
            /** @constant */
            status?: 409;
        };
        SeatsNotKept: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/seats-not-kept";
            /** @constant */
            status?: 409;
            seat_nos: components["schemas"]["SeatNo"][];
        };
        SeatsNotMovable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/seats-not-movable";
            /** @constant */
            status?: 409;
            seat_nos: components["schemas"]["SeatNo"][];
        };
        OtherZone: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/other-zone";
            /** @constant */
            status?: 409;
            seat_nos: components["schemas"]["SeatNo"][];
        };
        ZoneAvailable: {
            zone_id: components["schemas"]["Id"];
            available: number;
        };
        Availability: {
            show_id: components["schemas"]["Id"];
            version: number;
            zones: components["schemas"]["ZoneAvailable"][];
            seats: {
                /** @constant */
                encoding: "base64-2bit";
                data: string;
            };
        };
        /** @description The data of a `delta` event. */
        AvailabilityDelta: {
            version: number;
            zones: components["schemas"]["ZoneAvailable"][];
            /** @description Pairs of seat number and new state. */
            changes: number[][];
        };
        /**
         * @description Lets in before `opens_at` while the show's presale is on; the case of its letters does not count. Not looked at otherwise.
         * @example FANS-27
         */
        AccessCode: string;
        /** @description Exactly one of the three ways. */
        HoldRequest: components["schemas"]["HoldChosenSeats"] | components["schemas"]["HoldBestAvailable"] | components["schemas"]["HoldStanding"];
        HoldChosenSeats: {
            seat_nos: components["schemas"]["SeatNo"][];
            access_code?: components["schemas"]["AccessCode"];
        };
        HoldBestAvailable: {
            access_code?: components["schemas"]["AccessCode"];
            /** @description Seats only. A standing zone, or a show that has nothing else, is 422 `invalid-request`; ask for `standing` there. */
            best_available: {
                zone_id?: components["schemas"]["Id"];
                quantity: number;
                /** @description Price of one place at most. */
                max_price_minor?: number;
            };
        };
        HoldStanding: {
            access_code?: components["schemas"]["AccessCode"];
            standing: {
                zone_id: components["schemas"]["Id"];
                quantity: number;
            }[];
        };
        HeldSeat: {
            seat_no: components["schemas"]["SeatNo"];
            /** @description Section, row and seat; the zone's name for a standing place. */
            label: string;
            zone_id: components["schemas"]["Id"];
            price: components["schemas"]["Money"];
        };
        Hold: {
            id: components["schemas"]["Id"];
            show_id: components["schemas"]["Id"];
            seats: components["schemas"]["HeldSeat"][];
            /**
             * @description How near to one another the places are.
             * @enum {string}
             */
            placement?: "together" | "two_rows" | "separate";
            fees: components["schemas"]["Money"];
            /** @description Within the total. */
            tax?: components["schemas"]["Money"];
            /** @description Prices and fees, and the tax that is not included in them. */
            total: components["schemas"]["Money"];
            expires_at: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "active" | "booked" | "released" | "expired";
        };
        BookingRequest: {
            hold_id: components["schemas"]["Id"];
            promo_code?: string;
            attendees?: {
                seat_no: components["schemas"]["SeatNo"];
                name: string;
            }[];
        };
        /** @enum {string} */
        BookingStatus: "awaiting_payment" | "confirmed" | "expired" | "cancelled" | "refund_pending" | "refunded" | "partially_refunded" | "substituted";
        BookingLine: {
            seat_no: components["schemas"]["SeatNo"];
            label: string;
            zone_id: components["schemas"]["Id"];
            zone: string;
            price: components["schemas"]["Money"];
            fee?: components["schemas"]["Money"];
            discount?: components["schemas"]["Money"];
            tax?: components["schemas"]["Money"];
            total?: components["schemas"]["Money"];
        };
        Booking: {
            id: components["schemas"]["Id"];
            reference: string;
            hold_id: components["schemas"]["Id"];
            show_id: components["schemas"]["Id"];
            status: components["schemas"]["BookingStatus"];
            lines: components["schemas"]["BookingLine"][];
            fees: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            /** @description Within the total. */
            tax?: components["schemas"]["Money"];
            /** @description In prices and fees; else total = prices + fees - discount + tax. */
            tax_included?: boolean;
            total: components["schemas"]["Money"];
            /** @description What is back with the buyer. */
            refunded?: components["schemas"]["Money"];
            pay_by: components["schemas"]["Instant"];
            /** @description Of substituted seats: until when they may be declined; never after the show has begun. */
            decline_by?: components["schemas"]["Instant"];
            /** @description Of substituted seats: what those were called that were chosen. */
            replaced?: string[];
            created_at?: components["schemas"]["Instant"];
            tickets?: components["schemas"]["BookingTicket"][];
        };
        BookingList: {
            items: components["schemas"]["Booking"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /** @enum {string} */
        TicketStatus: "valid" | "used" | "void" | "transferred" | "frozen";
        BookingTicket: {
            id: components["schemas"]["Id"];
            /** @description What the QR says; signed. With `rotation`: the part of it that stays. */
            code: string;
            /** @description Null: the code is fixed, or lets nobody in. */
            rotation?: components["schemas"]["Rotation"] | null;
            seat_no: components["schemas"]["SeatNo"];
            label: string;
            zone: string;
            status: components["schemas"]["TicketStatus"];
            /** @description Whose it is, where the buyer said so. */
            attendee?: string;
            show_id?: components["schemas"]["Id"];
            booking_id?: components["schemas"]["Id"];
        };
        /** @description The QR says `code`, `.`, and these digits of a TOTP (RFC 6238, HMAC-SHA-256) of the secret; docs/ticket-format.md. */
        Rotation: {
            /** @description Base64url of 32 bytes. */
            secret: string;
            /** @constant */
            period_s: 15;
            /** @constant */
            digits: 8;
        };
        Ticket: components["schemas"]["BookingTicket"] & {
            show_id: components["schemas"]["Id"];
            booking_id: components["schemas"]["Id"];
            /** @description Wallets of phones that it can go into. */
            wallets?: ("apple" | "google")[];
            /** @description The offer of it that is open, or by which somebody else has it now. */
            transfer?: components["schemas"]["Transfer"];
        };
        GooglePass: {
            /** Format: uri */
            save_url: string;
        };
        TransferRequest: {
            /** Format: email */
            email: string;
            /** @description Of who will come; stands on the new ticket. */
            name?: string;
        };
        TransferToken: {
            token: string;
        };
        Transfer: {
            id: components["schemas"]["Id"];
            ticket_id: components["schemas"]["Id"];
            /** @description Forgotten after 30 days. */
            email?: string;
            name?: string;
            /** @enum {string} */
            status: "offered" | "accepted" | "taken_back" | "expired";
            created_at: components["schemas"]["Instant"];
            expires_at: components["schemas"]["Instant"];
        };
        TransferList: {
            items: components["schemas"]["Transfer"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        TransferOffer: {
            show_id: components["schemas"]["Id"];
            artist: string;
            title: string;
            starts_at: components["schemas"]["Instant"];
            venue: string;
            city: string;
            /** @description Of the venue. */
            timezone: string;
            label: string;
            zone: string;
            /** @description First name of who gives it. */
            from?: string;
            expires_at: components["schemas"]["Instant"];
        };
        TicketList: {
            items: components["schemas"]["Ticket"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        OrganisationShow: {
            id: components["schemas"]["Id"];
            concert_id: components["schemas"]["Id"];
            title: string;
            artist: string;
            venue: string;
            /** @description Of the venue. */
            timezone: string;
            starts_at: components["schemas"]["Instant"];
            status: components["schemas"]["SaleStatus"];
            /** @description Places that may be taken. */
            capacity: number;
            /** @description Places that can be bought now. */
            free: number;
        };
        OrganisationShowList: {
            items: components["schemas"]["OrganisationShow"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Watch: {
            watching: boolean;
        };
        WatchList: {
            items: {
                show_id: components["schemas"]["Id"];
                /** Format: date-time */
                created_at: string;
            }[];
            next_cursor: components["schemas"]["NextCursor"];
        };
        WaitlistRequest: {
            /** @description Places of this zone only; any when there is none. */
            zone_id?: components["schemas"]["Id"] | null;
            quantity: number;
        };
        Hex256: string;
        Queue: {
            show_id: components["schemas"]["Id"];
            /**
             * @description `closed` until `gathers_at`; `gathering` until the draw; `open` while numbers are called; `over` when the sale is closed.
             * @enum {string}
             */
            state: "closed" | "gathering" | "open" | "over";
            gathers_at: components["schemas"]["Instant"];
            opens_at: components["schemas"]["Instant"];
            closes_at: components["schemas"]["Instant"];
            /** @description All that ever entered. */
            arrived: number;
            /** @description Those that took part in the draw. */
            drawn: number;
            /** @description Everybody up to this number has had their turn or has it now. */
            admitted_through: number;
            /** @description Numbers called a minute, of late; null before that can be said. */
            per_minute: number | null;
            turn_s: number;
            /** @description Places that are free. */
            free: number;
            /** @description Places that those with a turn take, on average. */
            basket: number;
            /** @description SHA-256 of the seed, known from the first day. */
            commitment: components["schemas"]["Hex256"];
            /** @description Known from the draw on. */
            seed: components["schemas"]["Hex256"] | null;
            /** @description SHA-256 of all entries of the draw in order of arrival. */
            root: components["schemas"]["Hex256"] | null;
        };
        QueueEntry: {
            show_id: components["schemas"]["Id"];
            /**
             * @description `admitted` until `turn_ends_at`; `ended` when that is over.
             * @enum {string}
             */
            state: "none" | "gathering" | "waiting" | "admitted" | "ended";
            /** @description What stands for me in the draw. */
            entry: string | null;
            /** @description Null before the draw. */
            number: number | null;
            joined_at: components["schemas"]["Instant"] | null;
            turn_ends_at: components["schemas"]["Instant"] | null;
        };
        QueueDraw: {
            show_id: components["schemas"]["Id"];
            commitment: components["schemas"]["Hex256"];
            seed: components["schemas"]["Hex256"];
            root: components["schemas"]["Hex256"];
            /** @description In order of arrival. */
            entries: string[];
        };
        QueueNotOpen: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/queue-not-open";
            /** @constant */
            status?: 409;
            gathers_at: components["schemas"]["Instant"];
        };
        WaitingRoomSettings: {
            /** @description How many may choose places at the same time; fewer while the system is strained or little is left. */
            shoppers: number;
            /**
             * @description How long a turn lasts.
             * @default 600
             */
            turn_s: number;
            /**
             * @description How long before the sale opens one may enter.
             * @default 3600
             */
            gathers_s: number;
        };
        RehearsalWish: {
            fans: number;
            /** @description After the opening, in which those come who are not there yet; two in five are. 1800 where it is not said. */
            within_s?: number;
            /** @description Of those who hold places. 90 where it is not said. */
            paying_percent?: number;
            /** @description Another one is another crowd of the same kind. 1 where it is not said. */
            seed?: number;
            /** @description To be tried; what is not named is as the show has it. */
            settings?: {
                waiting_room?: null | {
                    shoppers: number;
                    /** @description 600 where it is not said. */
                    turn_s?: number;
                };
                hold_ttl_s?: number;
                max_tickets_per_user?: number;
            };
            machine?: components["schemas"]["RehearsalMachine"];
        };
        /** @description How fast decisions become durable: what a commit takes, and what each row adds. Where it is not said, as this instance has seen it of late; `measured` false: as on the reference machine. */
        RehearsalMachine: {
            measured?: boolean;
            commit_us: number;
            row_us: number;
        };
        Rehearsal: {
            show_id: components["schemas"]["Id"];
            crowd: {
                fans: number;
                within_s: number;
                paying_percent: number;
                seed: number;
            };
            settings: {
                waiting_room: null | {
                    shoppers: number;
                    turn_s: number;
                };
                hold_ttl_s: number;
                max_tickets_per_user: number;
            };
            machine: components["schemas"]["RehearsalMachine"];
            /** @description That were free when it began. */
            places: number;
            /** @description Each fan is in one of these. */
            fans: {
                /** @description Have their tickets. */
                served: number;
                /** @description Looked, and what they wanted was not to be had. */
                found_none: number;
                /** @description Still waited when nothing was left. */
                not_called: number;
                /** @description Were called and held nothing in time. */
                missed_turn: number;
                /** @description Held places and did not pay. */
                changed_mind: number;
            };
            tickets: number;
            takings: components["schemas"]["Money"];
            /** @description From the opening until at most one place in twenty was free; null: there always were more. */
            nearly_gone_s: number | null;
            /** @description From the opening to the first moment without a free place; null: there always was one. */
            sold_out_s: number | null;
            /** @description To the last ticket. */
            lasted_s: number;
            holds: number;
            /** @description In the busiest second. */
            holds_a_second: number;
            /** @description Chosen places that somebody else held first. */
            clashes: number;
            /** @description Came back from people who did not buy. */
            places_lapsed: number;
            /** @description From asking for places to holding them. */
            answer_ms: {
                median: number;
                p99: number;
            };
            /** @description Of the waiting room; null where there is none. */
            queue: null | {
                longest: number;
                wait_median_s: number;
                wait_p95_s: number;
            };
            moments: {
                at_s: number;
                free: number;
                held: number;
                sold: number;
                waiting: number;
            }[];
            /** @description What might be set otherwise, and to which number: shoppers, seconds, or the milliseconds of `slow_answers`. */
            advice: {
                /** @enum {string} */
                about: "open_room" | "more_shoppers" | "fewer_shoppers" | "longer_turn" | "shorter_hold" | "slow_answers";
                number: number;
            }[];
        };
        WaitingRoomOfShow: {
            show_id: components["schemas"]["Id"];
            settings: components["schemas"]["WaitingRoomSettings"] | null;
            arrived: number;
            /** @description Numbers that were not called yet. */
            waiting: number;
            /** @description Numbers that were called. */
            admitted: number;
            per_minute: number | null;
        };
        WaitlistEntry: {
            id: components["schemas"]["Id"];
            show_id: components["schemas"]["Id"];
            zone_id: components["schemas"]["Id"] | null;
            quantity: number;
            /** @description Among those who wait for the same places, 1 for the first; null when it does not wait. */
            position: number | null;
            /** @enum {string} */
            status: "waiting" | "offered" | "taken" | "lapsed" | "cancelled" | "ended";
            /** Format: date-time */
            created_at: string;
            /** @description Of an offer: to be booked until `expires_at`. */
            hold_id?: components["schemas"]["Id"];
            /** Format: date-time */
            expires_at?: string;
        };
        WaitlistEntryList: {
            items: components["schemas"]["WaitlistEntry"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        AlreadyWaiting: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/already-waiting";
            /** @constant */
            status?: 409;
        };
        NotSoldOut: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-sold-out";
            /** @constant */
            status?: 409;
        };
        NotUpcoming: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-upcoming";
            /** @constant */
            status?: 409;
        };
        TicketKeySet: {
            keys: components["schemas"]["TicketKey"][];
        };
        TicketKey: {
            /** @constant */
            kty: "OKP";
            /** @constant */
            crv: "Ed25519";
            /** @constant */
            use?: "sig";
            kid: string;
            x: string;
        };
        SeatsTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/seats-taken";
            /** @constant */
            status?: 409;
            seat_nos: components["schemas"]["SeatNo"][];
        };
        NotEnoughSeats: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-enough-seats";
            /** @constant */
            status?: 409;
            available: number;
        };
        SaleNotOpen: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/sale-not-open";
            /** @constant */
            status?: 409;
            opens_at: components["schemas"]["Instant"];
            /**
             * @description The show's presale is on: with its code places can be held already. Whoever sent a code sent a wrong one.
             * @constant
             */
            presale?: true;
        };
        SaleClosed: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/sale-closed";
            /** @constant */
            status?: 409;
        };
        TooManyTickets: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/too-many-tickets";
            /** @constant */
            status?: 422;
            limit: number;
        };
        WaitingRoom: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/waiting-room";
            /** @constant */
            status?: 403;
            join_url: string;
        };
        HoldExpired: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/hold-expired";
            /** @constant */
            status?: 410;
        };
        HoldAlreadyBooked: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/hold-already-booked";
            /** @constant */
            status?: 409;
        };
        PromoInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/promo-invalid";
            /** @constant */
            status?: 422;
            reason: string;
        };
        ReceiptPromised: {
            /** @constant */
            status: "promised";
        };
        NoValidTicket: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/no-valid-ticket";
            /** @constant */
            status?: 409;
        };
        TicketNotPrintable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/ticket-not-printable";
            /** @constant */
            status?: 409;
        };
        TicketCodeRotates: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/ticket-code-rotates";
            /** @constant */
            status?: 409;
        };
        WalletNotConfigured: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/wallet-not-configured";
            /** @constant */
            status?: 404;
        };
        TransferOpen: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/transfer-open";
            /** @constant */
            status?: 409;
        };
        TransferGone: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/transfer-gone";
            /** @constant */
            status?: 410;
        };
        OwnTicket: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/own-ticket";
            /** @constant */
            status?: 409;
        };
        BookingNotCancellable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/booking-not-cancellable";
            /** @constant */
            status?: 409;
            /** @enum {string} */
            reason?: "status" | "no_refunds" | "too_late" | "ticket_used" | "ticket_frozen";
        };
        BookingNotDeclinable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/booking-not-declinable";
            /** @constant */
            status?: 409;
            /** @enum {string} */
            reason?: "status" | "too_late" | "ticket_used" | "ticket_frozen";
        };
        Quote: {
            lines: components["schemas"]["BookingLine"][];
            fees: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            tax_included: boolean;
            total: components["schemas"]["Money"];
        };
        RefundRule: {
            /** @description Seconds before the start of the show. */
            before_start_s: number;
            /** @default false */
            keeps_fees: boolean;
        };
        /** @description Before the sale opens to everybody, those who have the code may buy. */
        Presale: {
            /** @description Before the sale opens. */
            opens_at: components["schemas"]["Instant"];
            /**
             * @description The case of its letters does not count.
             * @example FANS-27
             */
            code: string;
        };
        SellingRules: {
            show_id: components["schemas"]["Id"];
            tax: components["schemas"]["Tax"];
            refund_rule: components["schemas"]["RefundRule"] | null;
            presale: components["schemas"]["Presale"] | null;
            ticket_codes: components["schemas"]["TicketCodes"];
            reentry: components["schemas"]["Reentry"];
            /** @description Gates that do not lead everywhere. */
            gates: components["schemas"]["GateRule"][];
            zones: components["schemas"]["ZoneTerms"][];
        };
        /**
         * @description What opens the gates: codes that stay; codes that change every 15 seconds on the phone; those, or a fixed one on paper.
         * @enum {string}
         */
        TicketCodes: "fixed" | "rotating" | "rotating_or_printed";
        ZoneTerms: {
            id: components["schemas"]["Id"];
            name: string;
            price: components["schemas"]["Money"];
            fee: components["schemas"]["Money"];
            /** @description Null: the show's rate. */
            tax_bp: number | null;
        };
        SellingRulesChange: {
            tax?: {
                rate_bp: number;
                /** @default true */
                included: boolean;
            };
            refund_rule?: components["schemas"]["RefundRule"] | null;
            presale?: components["schemas"]["Presale"] | null;
            ticket_codes?: components["schemas"]["TicketCodes"];
            reentry?: components["schemas"]["Reentry"];
            /** @description All of them: a gate that is not named leads everywhere. */
            gates?: components["schemas"]["GateRule"][];
            /** @description Zones that are not named stay. */
            zones?: {
                id: components["schemas"]["Id"];
                price_minor?: number;
                fee_minor?: number;
                /** @description Null: the show's rate. */
                tax_bp?: number | null;
            }[];
        };
        /**
         * @description Whether who went out may come in again.
         * @enum {string}
         */
        Reentry: "none" | "allowed";
        GateRule: {
            name: string;
            zone_ids: components["schemas"]["Id"][];
        };
        /**
         * @description or this: somebody who has no code at hand was found (`attendees`) and looked at. Recorded as let in by hand.
         * @example 7301444403200000601
         */
        ByHand: string;
        ScanRequest: {
            /** @description What the QR code says. Either this, */
            code?: string;
            ticket_id?: components["schemas"]["ByHand"];
            gate: string;
            /** @description Of this scan, from the gate: a random one. */
            scan_id: string;
            /**
             * Format: date-time
             * @description Not in the future, and at most 24 hours ago.
             */
            scanned_at?: string;
            /**
             * @description Not said: in.
             * @enum {string}
             */
            direction?: "in" | "out";
        };
        LateScan: {
            /** @description Either this, */
            code?: string;
            ticket_id?: components["schemas"]["ByHand"];
            gate: string;
            scan_id: string;
            /** Format: date-time */
            scanned_at: string;
            /**
             * @description Not said: in.
             * @enum {string}
             */
            direction?: "in" | "out";
            /** @description The gate has let them in by itself. Not said: no. */
            let_in?: boolean;
        };
        ScanBatch: {
            scans: components["schemas"]["LateScan"][];
        };
        ScanResult: {
            /**
             * @description `left`: of a scan on the way out.
             * @enum {string}
             */
            result: "admitted" | "already_admitted" | "refused" | "left";
            /**
             * @description Of a refusal. `void`: given back, given away, or the show is called off. `frozen`: its payment is disputed. `code-too-old`: the digits are of another time, or a fixed code where they rotate. `scan-id-reused`: for another scan. `wrong-time`: of a batch, in the future or more than 24 hours ago.
             * @enum {string}
             */
            reason?: "unknown-code" | "bad-signature" | "wrong-show" | "void" | "frozen" | "wrong-zone" | "code-too-old" | "not-inside" | "scan-id-reused" | "wrong-time";
            first_admitted_at?: components["schemas"]["Instant"];
            first_gate?: string;
            void_since?: components["schemas"]["Instant"];
            ticket_id?: components["schemas"]["Id"];
            seat?: string;
            zone?: string;
            /** @enum {string} */
            kind?: "seated" | "standing";
            /** @description Empty where the ticket has none; and when it is refused. */
            name?: string;
        };
        ScanConflict: {
            scan_id: string;
            gate: string;
            scanned_at: components["schemas"]["Instant"];
            /** @description When the gate had a network again. */
            received_at: components["schemas"]["Instant"];
            by: components["schemas"]["Id"];
            /** @description A telephone that is enrolled, and not a person. */
            by_machine: boolean;
            /** @enum {string} */
            result: "already_admitted" | "refused" | "left";
            /** @description Of a refusal, as of a scan. */
            reason?: string;
            first_admitted_at?: components["schemas"]["Instant"];
            first_gate?: string;
            void_since?: components["schemas"]["Instant"];
            ticket_id?: components["schemas"]["Id"];
            seat?: string;
            name?: string;
            booking_id?: components["schemas"]["Id"];
            reference?: string;
        };
        ScanBatchResult: {
            results: (components["schemas"]["ScanResult"] & {
                scan_id: string;
                scanned_at: string;
                conflict: boolean;
            })[];
            conflicts: number;
        };
        GateCounts: {
            show_id: components["schemas"]["Id"];
            now: components["schemas"]["Instant"];
            zones: {
                id: components["schemas"]["Id"];
                name: string;
                sold: number;
                /** @description Tickets by which somebody came in. */
                admitted: number;
                /** @description Those, and who came back. */
                entries: number;
                exits: number;
                inside: number;
            }[];
            gates: {
                name: string;
                admitted: number;
                entries: number;
                exits: number;
                zones: {
                    id: components["schemas"]["Id"];
                    admitted: number;
                    entries: number;
                    exits: number;
                }[];
            }[];
        };
        GateList: {
            show_id: components["schemas"]["Id"];
            now: components["schemas"]["Instant"];
            ticket_codes: components["schemas"]["TicketCodes"];
            reentry: components["schemas"]["Reentry"];
            /** @description As in `/.well-known/gelora-ticket-keys.json`. */
            keys: components["schemas"]["TicketKey"][];
            /** @description Of this show, base64url; only where codes rotate. */
            rotation_key?: string;
            zones: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            /** @description Gates that do not lead everywhere. */
            gates: {
                name: string;
                /** @description Indexes into `zones`. */
                zones: number[];
            }[];
            /** @description Each is [ticket id, status, index into `zones`, place, short name, first admission or null, whether inside, gate of the first admission or null]. */
            tickets: unknown[][];
            more: boolean;
            /** @description Null: there is no ticket yet. */
            next: string | null;
        };
        Attendee: {
            ticket_id: components["schemas"]["Id"];
            reference: string;
            name: string;
            seat: string;
            zone: string;
            /** @enum {string} */
            status: "valid" | "used" | "void" | "transferred" | "frozen";
            first_admitted_at: components["schemas"]["Instant"] | null;
            first_gate: string | null;
            inside: boolean;
        };
        AttendeeList: {
            items: components["schemas"]["Attendee"][];
            next_cursor: string | null;
        };
        PromoCodeRequest: {
            /** @description Upper and lower case are the same. */
            code: string;
            /** @description Either this */
            percent_bp?: number;
            /** @description or this, for the whole booking. */
            amount_minor?: number;
            max_uses?: number;
            per_person?: number;
            starts_at?: components["schemas"]["Instant"];
            ends_at?: components["schemas"]["Instant"];
            /** @description Empty: all zones. */
            zone_ids?: components["schemas"]["Id"][];
        };
        PromoCode: {
            id: components["schemas"]["Id"];
            code: string;
            percent_bp?: number;
            amount?: components["schemas"]["Money"];
            max_uses: number;
            per_person: number;
            used: number;
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            zone_ids: components["schemas"]["Id"][];
            ended: boolean;
        };
        PromoCodeList: {
            items: components["schemas"]["PromoCode"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        PromoCodeTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/promo-code-taken";
            /** @constant */
            status?: 409;
        };
        ShowCancellation: {
            show_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "running" | "done";
            reason: string;
            bookings_total: number;
            bookings_done: number;
            /** @description Bookings whose money is on its way. */
            refunds_pending: number;
            /** @description Bookings whose money is back. */
            refunds_done: number;
            started_at: components["schemas"]["Instant"];
            finished_at: components["schemas"]["Instant"] | null;
        };
        PlanZone: {
            zone_no: number;
            name: string;
            /** @enum {string} */
            kind: "seated" | "standing";
            colour: string;
            capacity: number;
        };
        SeatingPlan: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description Of an organisation's own plan, the newest; null: of one that is everybody's. */
            version_no: number | null;
            venue: components["schemas"]["Venue"];
            capacity: number;
            zones: components["schemas"]["PlanZone"][];
        };
        SeatingPlanList: {
            items: components["schemas"]["SeatingPlan"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        VenueList: {
            items: (components["schemas"]["Venue"] & {
                /** @description The organisation's, and not everybody's. */
                own: boolean;
            })[];
            next_cursor: components["schemas"]["NextCursor"];
        };
        VenueRequest: {
            name: string;
            city: string;
            address: string;
            /** @enum {string} */
            timezone: "Asia/Jakarta" | "Asia/Pontianak" | "Asia/Makassar" | "Asia/Jayapura";
        };
        PlanRequest: {
            name: string;
            venue_id: components["schemas"]["Id"];
        };
        PlanCopyRequest: {
            name: string;
        };
        /** @description A seating plan in our format (docs/seating-plan.md); imports and exports also in pretix's. */
        PlanDocument: {
            [key: string]: unknown;
        };
        PlanFault: {
            /** @description Where, as a JSON pointer into the document. */
            pointer: string;
            /** @enum {string} */
            code: "missing" | "wrong-type" | "unknown-member" | "empty-name" | "out-of-range" | "outside-plan" | "no-shape" | "not-a-colour" | "duplicate-zone" | "empty-zone" | "unknown-zone" | "standing-zone" | "empty-section" | "empty-row" | "duplicate-seat" | "overlapping-seats" | "zero-pitch" | "too-many-zones" | "too-many-seats" | "too-many-places" | "no-places";
            message: string;
        };
        PlanHasFaults: components["schemas"]["Problem"] & {
            /** @enum {unknown} */
            type?: "https://gelora.dev/problems/plan-has-faults" | "https://gelora.dev/problems/invalid-request";
            /** @constant */
            status?: 422;
            errors: {
                pointer: string;
                code?: string;
                message: string;
            }[];
        };
        OrganisationPlan: {
            id: components["schemas"]["Id"];
            name: string;
            venue: components["schemas"]["Venue"];
            places: number;
            /** @description Of the draft as it was saved last. */
            faults: components["schemas"]["PlanFault"][];
            /** @description How many are published. */
            versions: number;
            /** @description The newest version is what the draft is now. */
            published: boolean;
            /** @description Of the draft; its ETag. */
            version: number;
            updated_at: components["schemas"]["Instant"];
        };
        OrganisationPlanWithHistory: components["schemas"]["OrganisationPlan"] & {
            /** @description What was published, newest first. */
            history: {
                id: components["schemas"]["Id"];
                number: number;
                places: number;
                published_at: components["schemas"]["Instant"];
            }[];
        };
        OrganisationPlanList: {
            items: components["schemas"]["OrganisationPlan"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        PlanChangedMeanwhile: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/changed-meanwhile";
            /** @constant */
            status?: 412;
            current: components["schemas"]["OrganisationPlan"];
        };
        /** @description In Indonesian and in English; in UTF-8 at most 4000 bytes each. */
        ConcertWords: {
            id?: string;
            en?: string;
        };
        ConcertRequest: {
            title: string;
            artist: string;
            genre: string;
            description?: components["schemas"]["ConcertWords"];
            colours?: string[];
        };
        ConcertChange: {
            title?: string;
            artist?: string;
            genre?: string;
            description?: components["schemas"]["ConcertWords"];
            colours?: string[];
        };
        OrganisationConcert: {
            id: components["schemas"]["Id"];
            slug: string;
            /**
             * @description Published while one of its shows is.
             * @enum {string}
             */
            status: "draft" | "published";
            title: string;
            artist: string;
            genre: string;
            description: components["schemas"]["ConcertWords"];
            colours: string[];
            poster_seed: number;
            poster_url: string | null;
            shows: number;
            published_shows: number;
            version: number;
            updated_at: components["schemas"]["Instant"];
        };
        OrganisationConcertList: {
            items: components["schemas"]["OrganisationConcert"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        ZonePrice: {
            zone_no: number;
            /** Format: int64 */
            price_minor: number;
            /** Format: int64 */
            fee_minor: number;
        };
        /** @description `zones` has to name every zone of the plan. Without `opens_at_local` the sale opens when the show is published. */
        ShowsRequest: {
            plan_id: components["schemas"]["Id"];
            dates: string[];
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            opens_at_local?: string;
            closes_before_start_s?: number;
            /** @enum {string} */
            currency?: "IDR" | "USD";
            max_tickets_per_user?: number;
            /** @description How long chosen places are kept. */
            hold_ttl_s?: number;
            /** @description How long a booking waits for its money. */
            pay_ttl_s?: number;
            zones: components["schemas"]["ZonePrice"][];
        };
        /** @description Of the zones some may be named; with another plan, all of them. */
        ShowChange: {
            plan_id?: components["schemas"]["Id"];
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            starts_at_local?: string;
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            opens_at_local?: string;
            closes_before_start_s?: number;
            /** @enum {string} */
            currency?: "IDR" | "USD";
            max_tickets_per_user?: number;
            /** @description How long chosen places are kept. */
            hold_ttl_s?: number;
            /** @description How long a booking waits for its money. */
            pay_ttl_s?: number;
            zones?: components["schemas"]["ZonePrice"][];
        };
        CopiesRequest: {
            dates: string[];
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            opens_at_local?: string;
        };
        PostponementRequest: {
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            starts_at_local: string;
        };
        PricedZone: components["schemas"]["PlanZone"] & {
            price: components["schemas"]["Money"];
            fee: components["schemas"]["Money"];
        };
        OrganisationShowDraft: {
            id: components["schemas"]["Id"];
            concert_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "draft" | "published";
            /** @enum {string} */
            state: "as_planned" | "postponed" | "cancelled";
            /** @description It is, or was: its plan and currency stay. */
            was_published: boolean;
            /** @description What keeps it from being published. */
            missing: ("description_id" | "description_en" | "starts_at" | "closes_at" | "cancelled")[];
            plan: {
                id: components["schemas"]["Id"];
                name: string;
                capacity: number;
            };
            venue: components["schemas"]["Venue"];
            starts_at: components["schemas"]["Instant"];
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            starts_at_local: string;
            opens_at: components["schemas"]["Instant"];
            /**
             * @description By the clock of the venue.
             * @example 2027-03-06T19:30
             */
            opens_at_local: string;
            closes_at: components["schemas"]["Instant"];
            closes_before_start_s: number;
            currency: components["schemas"]["Currency"];
            max_tickets_per_user: number;
            hold_ttl_s: number;
            pay_ttl_s: number;
            zones: components["schemas"]["PricedZone"][];
            version: number;
            updated_at: components["schemas"]["Instant"];
        };
        OrganisationShowDraftList: {
            items: components["schemas"]["OrganisationShowDraft"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        ChangedMeanwhile: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/changed-meanwhile";
            /** @constant */
            status?: 412;
            /** @description What is there now. */
            current: Record<string, never>;
        };
        /** @description In Indonesian and in English. May be empty in a draft. */
        MessageWords: {
            id: string;
            en: string;
        };
        /** @description Whom it is for; what is left away, or null, does not matter. */
        MessageFilter: {
            /** @description Of their booking; without it, those who have tickets. */
            statuses?: ("awaiting_payment" | "confirmed" | "refund_pending" | "refunded" | "partially_refunded" | "substituted")[];
            /** @description A place of theirs is in this zone; for one show only. */
            zone_id?: components["schemas"]["Id"] | null;
            /** @description Whether somebody came in with a ticket of the booking. */
            admitted?: boolean | null;
            /**
             * @description Of their account.
             * @enum {string|null}
             */
            language?: "id" | "en" | null;
        };
        NewMessage: {
            subject: components["schemas"]["MessageWords"];
            body: components["schemas"]["MessageWords"];
            filter?: components["schemas"]["MessageFilter"];
            /** @description To the buyers of all shows of the concert. */
            whole_concert?: boolean;
        };
        Audience: {
            filter?: components["schemas"]["MessageFilter"];
            whole_concert?: boolean;
        };
        AudienceSize: {
            recipients: number;
        };
        /** @enum {string} */
        MessageStatus: "draft" | "sending" | "paused" | "sent" | "cancelled";
        Message: {
            id: components["schemas"]["Id"];
            show_id: components["schemas"]["Id"];
            whole_concert: boolean;
            status: components["schemas"]["MessageStatus"];
            subject: components["schemas"]["MessageWords"];
            body: components["schemas"]["MessageWords"];
            filter: components["schemas"]["MessageFilter"];
            /** @description Its ETag. */
            version: number;
            /** @description This very version. */
            tested: boolean;
            /** @description Bookings it was for when its sending was asked for. */
            total: number;
            sent: number;
            /** @description Whose booking does not fit any more, or whose account is erased. */
            left_out: number;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            begun_at: components["schemas"]["Instant"] | null;
            finished_at: components["schemas"]["Instant"] | null;
        };
        /** @description Whole, and in the parts that a page shows in a design of its own. */
        MessageMail: {
            subject: string;
            /** @description A whole page. */
            html: string;
            text: string;
            paragraphs: string[];
            colour: components["schemas"]["Colour"];
            show: string;
            when: string;
            where: string;
            facts: {
                label: string;
                value: string;
            }[];
            button: string;
            after: string;
        };
        MessagePreview: {
            id: components["schemas"]["MessageMail"];
            en: components["schemas"]["MessageMail"];
        };
        MessageTest: {
            sent_to: string;
        };
        MessageNotTested: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/message-not-tested";
            /** @constant */
            status?: 409;
        };
        NobodyToTell: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/nobody-to-tell";
            /** @constant */
            status?: 409;
        };
        MessageStatusWrong: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/message-status";
            /** @constant */
            status?: 409;
            message_status: components["schemas"]["MessageStatus"];
        };
        MessageChangedMeanwhile: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/changed-meanwhile";
            /** @constant */
            status?: 412;
            current: components["schemas"]["Message"];
        };
        /** @enum {string} */
        WebhookEvent: "booking.confirmed" | "booking.refunded" | "booking.cancelled" | "ticket.transferred" | "ticket.admitted" | "show.published" | "show.cancelled";
        NewWebhook: {
            /** @description https, and an address of the public internet. */
            url: string;
            events: components["schemas"]["WebhookEvent"][];
        };
        WebhookChange: {
            url?: string;
            events?: components["schemas"]["WebhookEvent"][];
            /** @enum {string} */
            status?: "on" | "off";
        };
        /** @enum {string} */
        ChangeTopic: "shows" | "rules" | "promo_codes" | "halls" | "messages" | "webhooks" | "bookings" | "places";
        ChangeList: {
            items: components["schemas"]["Change"][];
            next_cursor: string | null;
            /** @description Who did these things, as far as their accounts are there; programs are not among them, and are told no names. */
            people: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
        };
        Change: {
            id: string;
            at: components["schemas"]["Instant"];
            topic: components["schemas"]["ChangeTopic"];
            /** @description What was done, such as `show_created` or `plan_published`; there may come more. */
            event: string;
            /** @description A person or a program; null: it came about by itself. */
            by: components["schemas"]["Id"] | null;
            concert: null | {
                id: components["schemas"]["Id"];
                title: string;
                exists: boolean;
            };
            show: null | {
                id: components["schemas"]["Id"];
                starts_at: components["schemas"]["Instant"] | null;
                /** @description Empty where it is not known any more. */
                timezone: string;
                venue: string;
                /** @description It was not deleted. */
                exists: boolean;
            };
            /** @description Which code, hall, plan, message, webhook, booking or group of places it is, by the event. */
            subject: null | {
                id: string;
                name: string;
            };
            /** @description What differs. Of what is new every field, with null before; of what was deleted with null after. */
            fields: {
                /** @description `price`, `opens_at`, … */
                field: string;
                /** @description Of which zone, gate or ticket; null: of the thing itself. */
                of: string | null;
                before: components["schemas"]["ChangedValue"];
                after: components["schemas"]["ChangedValue"];
            }[];
        };
        /** @description Times are as everywhere, lengths of time are seconds. */
        ChangedValue: null | string | number | boolean | string[] | components["schemas"]["Money"];
        Webhook: {
            id: components["schemas"]["Id"];
            url: string;
            events: components["schemas"]["WebhookEvent"][];
            /**
             * @description Given up: it took nothing for three days, or said 410.
             * @enum {string}
             */
            status: "on" | "off" | "given_up";
            failing_since: components["schemas"]["Instant"] | null;
            created_at: components["schemas"]["Instant"];
        };
        WebhookWithSecret: components["schemas"]["Webhook"] & {
            secret: string;
        };
        WebhookDelivery: {
            id: components["schemas"]["Id"];
            /**
             * @example booking.confirmed
             * @example webhook.test
             */
            type: string;
            /** @enum {string} */
            status: "waiting" | "delivered" | "given_up";
            attempts: number;
            created_at: components["schemas"]["Instant"];
            tried_at: components["schemas"]["Instant"] | null;
            next_attempt_at: components["schemas"]["Instant"] | null;
            /** @description The last attempt. */
            took_ms: number;
            /** @description Of the last attempt. */
            http_status: number | null;
            /** @description Why there was no answer. */
            fault: string | null;
            /** @description The first KiB of it. */
            answer: string;
            /** @description What was sent, as JSON. */
            body: string;
        };
        TooManyWebhooks: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/too-many-webhooks";
            /** @constant */
            status?: 409;
        };
        IfMatchMissing: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/if-match-missing";
            /** @constant */
            status?: 428;
        };
        NotReady: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-ready";
            /** @constant */
            status?: 409;
            /** @description What keeps it from being published. */
            missing: ("description_id" | "description_en" | "starts_at" | "closes_at" | "cancelled")[];
        };
        PlacesTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/places-taken";
            /** @constant */
            status?: 409;
            taken: number;
        };
        NotPublished: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-published";
            /** @constant */
            status?: 409;
        };
        PosterUnusable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/poster-unusable";
            /** @constant */
            status?: 422;
            /** @enum {string} */
            reason: "unknown" | "too-large" | "too-small";
        };
        /**
         * @description 64-bit, time-ordered, as a decimal string.
         * @example 7301444403200000001
         */
        Id: string;
        /**
         * Format: date-time
         * @description RFC 3339, UTC.
         * @example 2027-03-06T12:30:00Z
         */
        Instant: string;
        /** @example IDR */
        Currency: string;
        /**
         * @description Integer minor units; IDR has none of its own here, so 1500000 is Rp1.500.000.
         * @example {
         *       "amount_minor": 1500000,
         *       "currency": "IDR"
         *     }
         */
        Money: {
            /** Format: int64 */
            amount_minor: number;
            currency: components["schemas"]["Currency"];
        };
        /** @description Pass it as `cursor` for the next page; null on the last one. */
        NextCursor: string | null;
        /** @description RFC 9457. `type` tells what happened; everything else explains it. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            request_id: string;
        };
        FieldError: {
            /**
             * @description JSON Pointer into the request body (or the parameter's name after a slash).
             * @example /email
             */
            pointer: string;
            message: string;
        };
        InvalidRequest: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/invalid-request";
            /** @constant */
            status?: 422;
            errors: components["schemas"]["FieldError"][];
        };
        RateLimited: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/rate-limited";
            /** @constant */
            status?: 429;
        };
        Unavailable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unavailable";
            /** @constant */
            status?: 503;
        };
        NotFound: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-found";
            /** @constant */
            status?: 404;
        };
        MalformedJson: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/malformed-json";
            /** @constant */
            status?: 400;
        };
        IdempotencyKeyMissing: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/idempotency-key-missing";
            /** @constant */
            status?: 400;
        };
        Unauthenticated: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unauthenticated";
            /** @constant */
            status?: 401;
        };
        IdempotencyInFlight: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/idempotency-in-flight";
            /** @constant */
            status?: 409;
        };
        BodyTooLarge: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/content-too-large";
            /** @constant */
            status?: 413;
        };
        UnsupportedMediaType: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unsupported-media-type";
            /** @constant */
            status?: 415;
        };
        IdempotencyKeyReused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/idempotency-key-reused";
            /** @constant */
            status?: 422;
        };
    };
    responses: {
        /** @description `seats-not-kept`: the group does not have all of them, or not that many. Nothing was released. */
        SeatsNotKept: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/seats-not-kept",
                 *       "title": "These seats are not in the group",
                 *       "status": 409,
                 *       "seat_nos": [
                 *         7
                 *       ],
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["SeatsNotKept"];
            };
        };
        /** @description `not-found`: no such ticket, or not yours. `wallet-not-configured`: this site has no key for this wallet. */
        NoWallet: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/wallet-not-configured",
                 *       "title": "This wallet is not offered here",
                 *       "status": 404,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["NotFound"] | components["schemas"]["WalletNotConfigured"];
            };
        };
        /** @description `no-valid-ticket`: it is void, frozen, or somebody else has it now. `ticket-code-rotates`: its code changes, which no wallet does for us. */
        NotForWallets: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/ticket-code-rotates",
                 *       "title": "The code of this ticket changes",
                 *       "status": 409,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["NoValidTicket"] | components["schemas"]["TicketCodeRotates"];
            };
        };
        /** @description What you have is current. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `invalid-request`: every field error at once. */
        InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/invalid-request",
                 *       "title": "Some fields are not right",
                 *       "status": 422,
                 *       "request_id": "01J9Z3",
                 *       "errors": [
                 *         {
                 *           "pointer": "/email",
                 *           "message": "must be an email address"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["InvalidRequest"];
            };
        };
        /** @description `rate-limited`: too many requests; wait `Retry-After` seconds. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/rate-limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["RateLimited"];
            };
        };
        /** @description `unavailable`: try again after `Retry-After` seconds. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/unavailable",
                 *       "title": "Back in a moment",
                 *       "status": 503,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Unavailable"];
            };
        };
        /** @description `not-found`: no such thing, or not yours. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["NotFound"];
            };
        };
        /** @description `malformed-json`, or `idempotency-key-missing`. */
        MalformedOrNoKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/idempotency-key-missing",
                 *       "title": "Idempotency-Key is missing",
                 *       "status": 400,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["MalformedJson"] | components["schemas"]["IdempotencyKeyMissing"];
            };
        };
        /** @description `unauthenticated`: no access token, or not a valid one. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/unauthenticated",
                 *       "title": "Log in first",
                 *       "status": 401,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Unauthenticated"];
            };
        };
        /** @description The body is over the limit. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/content-too-large",
                 *       "title": "The body is too large",
                 *       "status": 413,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["BodyTooLarge"];
            };
        };
        /** @description `unsupported-media-type`: only `application/json` is read. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/unsupported-media-type",
                 *       "title": "Unsupported media type",
                 *       "status": 415,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["UnsupportedMediaType"];
            };
        };
        /** @description `malformed-json`: the body is not JSON. */
        MalformedJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/malformed-json",
                 *       "title": "Malformed JSON",
                 *       "status": 400,
                 *       "detail": "The body is not valid JSON.",
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["MalformedJson"];
            };
        };
    };
    parameters: {
        /** @example 7301444403200000201 */
        ShowId: components["schemas"]["Id"];
        /** @example 7301444403200000401 */
        HoldId: components["schemas"]["Id"];
        /** @example 7301444403200000501 */
        BookingId: components["schemas"]["Id"];
        /** @example 7301444403200000501 */
        BookingOfPath: components["schemas"]["Id"];
        /** @example 7301444403200000401 */
        HouseGroupId: components["schemas"]["Id"];
        /** @example 7301444403200000901 */
        MessageId: components["schemas"]["Id"];
        /** @example 7301444403200000601 */
        TicketId: components["schemas"]["Id"];
        /** @description `next_cursor` of the page before. */
        Cursor: string;
        /** @description How many items at most. */
        Limit: number;
        /** @description The ETag you have; the answer is 304 while it is current. */
        IfNoneMatch: string;
        /**
         * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
         *     byte. Same key with another body is refused.
         * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Version of this answer; send it back as `If-None-Match`. */
        ETag: string;
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listConcerts: {
        parameters: {
            query?: {
                /**
                 * @description Words of the title or the artist.
                 * @example senja
                 */
                q?: string;
                /** @example Jakarta */
                city?: string;
                /**
                 * @description Shows on or after this day or instant.
                 * @example 2027-01-01
                 */
                from?: string;
                /**
                 * @description Shows on or before this day or instant.
                 * @example 2027-03-31
                 */
                to?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Concerts, the next show first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000101",
                     *           "slug": "laut-senja-tur-nusantara",
                     *           "title": "Tur Nusantara",
                     *           "artist": "Laut Senja",
                     *           "genre": "Indie pop",
                     *           "description": {
                     *             "id": "Satu malam panjang bersama Laut Senja.",
                     *             "en": "One long night with Laut Senja."
                     *           },
                     *           "colours": [
                     *             "#f2542d",
                     *             "#0e9594",
                     *             "#f5dfbb"
                     *           ],
                     *           "poster_seed": 41,
                     *           "poster_url": null,
                     *           "city": "Jakarta",
                     *           "venue": "Istora Senayan",
                     *           "first_show_at": "2027-03-06T12:30:00Z",
                     *           "opens_at": "2026-11-20T03:00:00Z",
                     *           "price_from": {
                     *             "amount_minor": 350000,
                     *             "currency": "IDR"
                     *           },
                     *           "few_left": false,
                     *           "status": "on_sale"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ConcertList"];
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConcert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id or the slug.
                 * @example laut-senja-tur-nusantara
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The concert. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000101",
                     *       "slug": "laut-senja-tur-nusantara",
                     *       "title": "Tur Nusantara",
                     *       "artist": "Laut Senja",
                     *       "genre": "Indie pop",
                     *       "description": {
                     *         "id": "Satu malam panjang bersama Laut Senja.",
                     *         "en": "One long night with Laut Senja."
                     *       },
                     *       "colours": [
                     *         "#f2542d",
                     *         "#0e9594",
                     *         "#f5dfbb"
                     *       ],
                     *       "poster_seed": 41,
                     *       "poster_url": null,
                     *       "city": "Jakarta",
                     *       "venue": "Istora Senayan",
                     *       "first_show_at": "2027-03-06T12:30:00Z",
                     *       "price_from": {
                     *         "amount_minor": 350000,
                     *         "currency": "IDR"
                     *       },
                     *       "status": "on_sale",
                     *       "shows": [
                     *         {
                     *           "id": "7301444403200000201",
                     *           "starts_at": "2027-03-06T12:30:00Z",
                     *           "venue": {
                     *             "id": "7301444403200000001",
                     *             "name": "Istora Senayan",
                     *             "city": "Jakarta",
                     *             "timezone": "Asia/Jakarta",
                     *             "address": "Jl. Pintu Satu Senayan"
                     *           },
                     *           "sale": {
                     *             "opens_at": "2026-11-20T03:00:00Z",
                     *             "closes_at": "2027-03-06T10:30:00Z",
                     *             "status": "on_sale",
                     *             "presale_opens_at": null
                     *           },
                     *           "price_from": {
                     *             "amount_minor": 350000,
                     *             "currency": "IDR"
                     *           },
                     *           "capacity": 7166
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Concert"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The show. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000201",
                     *       "concert": {
                     *         "id": "7301444403200000101",
                     *         "slug": "laut-senja-tur-nusantara",
                     *         "title": "Tur Nusantara",
                     *         "artist": "Laut Senja",
                     *         "colours": [
                     *           "#f2542d",
                     *           "#0e9594",
                     *           "#f5dfbb"
                     *         ],
                     *         "poster_seed": 41,
                     *         "poster_url": null
                     *       },
                     *       "venue": {
                     *         "id": "7301444403200000001",
                     *         "name": "Istora Senayan",
                     *         "city": "Jakarta",
                     *         "timezone": "Asia/Jakarta",
                     *         "address": "Jl. Pintu Satu Senayan"
                     *       },
                     *       "starts_at": "2027-03-06T12:30:00Z",
                     *       "sale": {
                     *         "opens_at": "2026-11-20T03:00:00Z",
                     *         "closes_at": "2027-03-06T10:30:00Z",
                     *         "status": "on_sale",
                     *         "presale_opens_at": null
                     *       },
                     *       "currency": "IDR",
                     *       "max_tickets_per_user": 6,
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Tribun",
                     *           "kind": "seated",
                     *           "colour": "#0e9594",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           },
                     *           "fee": {
                     *             "amount_minor": 37500,
                     *             "currency": "IDR"
                     *           },
                     *           "capacity": 6366
                     *         },
                     *         {
                     *           "id": "7301444403200000302",
                     *           "name": "Festival",
                     *           "kind": "standing",
                     *           "colour": "#f2542d",
                     *           "price": {
                     *             "amount_minor": 350000,
                     *             "currency": "IDR"
                     *           },
                     *           "fee": {
                     *             "amount_minor": 17500,
                     *             "currency": "IDR"
                     *           },
                     *           "capacity": 800
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Show"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSeating: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Zones, sections, rows and seats. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "width": 1000,
                     *       "height": 800,
                     *       "stage": {
                     *         "points": [
                     *           [
                     *             400,
                     *             20
                     *           ],
                     *           [
                     *             600,
                     *             20
                     *           ],
                     *           [
                     *             600,
                     *             80
                     *           ],
                     *           [
                     *             400,
                     *             80
                     *           ]
                     *         ],
                     *         "label": "Panggung"
                     *       },
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Tribun",
                     *           "kind": "seated",
                     *           "colour": "#0e9594",
                     *           "capacity": 2,
                     *           "sections": [
                     *             {
                     *               "name": "Tribun 1",
                     *               "outline": [
                     *                 [
                     *                   100,
                     *                   300
                     *                 ],
                     *                 [
                     *                   300,
                     *                   300
                     *                 ],
                     *                 [
                     *                   300,
                     *                   500
                     *                 ],
                     *                 [
                     *                   100,
                     *                   500
                     *                 ]
                     *               ],
                     *               "rows": [
                     *                 {
                     *                   "name": "A",
                     *                   "seats": [
                     *                     {
                     *                       "seat_no": 0,
                     *                       "label": "A-1",
                     *                       "x": 120,
                     *                       "y": 320
                     *                     },
                     *                     {
                     *                       "seat_no": 1,
                     *                       "label": "A-2",
                     *                       "x": 140,
                     *                       "y": 320,
                     *                       "accessible": true
                     *                     }
                     *                   ]
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "7301444403200000302",
                     *           "name": "Festival",
                     *           "kind": "standing",
                     *           "colour": "#f2542d",
                     *           "capacity": 800,
                     *           "shape": [
                     *             [
                     *               400,
                     *               120
                     *             ],
                     *             [
                     *               600,
                     *               120
                     *             ],
                     *             [
                     *               600,
                     *               260
                     *             ],
                     *             [
                     *               400,
                     *               260
                     *             ]
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Seating"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSeatingByRows: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Zones, sections and rows. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "width": 1000,
                     *       "height": 800,
                     *       "stage": {
                     *         "points": [
                     *           [
                     *             400,
                     *             20
                     *           ],
                     *           [
                     *             600,
                     *             20
                     *           ],
                     *           [
                     *             600,
                     *             80
                     *           ],
                     *           [
                     *             400,
                     *             80
                     *           ]
                     *         ],
                     *         "label": "Panggung"
                     *       },
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Tribun",
                     *           "kind": "seated",
                     *           "colour": "#0e9594",
                     *           "capacity": 2,
                     *           "sections": [
                     *             {
                     *               "name": "Tribun 1",
                     *               "outline": [
                     *                 [
                     *                   100,
                     *                   300
                     *                 ],
                     *                 [
                     *                   300,
                     *                   300
                     *                 ],
                     *                 [
                     *                   300,
                     *                   500
                     *                 ],
                     *                 [
                     *                   100,
                     *                   500
                     *                 ]
                     *               ],
                     *               "rows": [
                     *                 {
                     *                   "name": "A",
                     *                   "first": 0,
                     *                   "x": [
                     *                     120,
                     *                     20
                     *                   ],
                     *                   "y": [
                     *                     320,
                     *                     0
                     *                   ],
                     *                   "accessible": [
                     *                     1
                     *                   ]
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SeatingByRows"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAvailability: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A snapshot; the ETag is its version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "version": 418,
                     *       "zones": [
                     *         {
                     *           "zone_id": "7301444403200000301",
                     *           "available": 1
                     *         },
                     *         {
                     *           "zone_id": "7301444403200000302",
                     *           "available": 640
                     *         }
                     *       ],
                     *       "seats": {
                     *         "encoding": "base64-2bit",
                     *         "data": "CA=="
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Availability"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamAvailability: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version you have. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; it stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 419
                     *     event: delta
                     *     data: {"version":419,"zones":[{"zone_id":"7301444403200000301","available":0}],"changes":[[0,1]]}
                     */
                    "text/event-stream": string;
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createHold: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description Held until `expires_at`, durably. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000401",
                     *       "show_id": "7301444403200000201",
                     *       "seats": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         },
                     *         {
                     *           "seat_no": 1,
                     *           "label": "Tribun 1 · A-2",
                     *           "zone_id": "7301444403200000301",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "placement": "together",
                     *       "fees": {
                     *         "amount_minor": 75000,
                     *         "currency": "IDR"
                     *       },
                     *       "total": {
                     *         "amount_minor": 1575000,
                     *         "currency": "IDR"
                     *       },
                     *       "expires_at": "2026-11-22T09:10:00Z",
                     *       "status": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            /** @description `waiting-room`: the show sells through its waiting room; go to `join_url`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/waiting-room",
                     *       "title": "Please wait your turn",
                     *       "status": 403,
                     *       "join_url": "/shows/7301444403200000201/queue",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["WaitingRoom"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description `seats-taken`, `not-enough-seats`, `sale-not-open`, `sale-closed`, `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SeatsTaken"] | components["schemas"]["NotEnoughSeats"] | components["schemas"]["SaleNotOpen"] | components["schemas"]["SaleClosed"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `too-many-tickets` with `limit`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/too-many-tickets",
                     *       "title": "Too many tickets for one person",
                     *       "status": 422,
                     *       "limit": 6,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["TooManyTickets"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000401 */
                id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold, also when it ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000401",
                     *       "show_id": "7301444403200000201",
                     *       "seats": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         },
                     *         {
                     *           "seat_no": 1,
                     *           "label": "Tribun 1 · A-2",
                     *           "zone_id": "7301444403200000301",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "placement": "together",
                     *       "fees": {
                     *         "amount_minor": 75000,
                     *         "currency": "IDR"
                     *       },
                     *       "total": {
                     *         "amount_minor": 1575000,
                     *         "currency": "IDR"
                     *       },
                     *       "expires_at": "2026-11-22T09:10:00Z",
                     *       "status": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["Hold"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000401 */
                id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Given back; the same again if it was already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `hold-already-booked`: cancel the booking instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/hold-already-booked",
                     *       "title": "This hold is a booking already",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["HoldAlreadyBooked"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["BookingList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hold_id": "7301444403200000401",
                 *       "attendees": [
                 *         {
                 *           "seat_no": 0,
                 *           "name": "Ayu Lestari"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BookingRequest"];
            };
        };
        responses: {
            /** @description Booked; now pay. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "GLR-7K3QFM",
                     *       "hold_id": "7301444403200000401",
                     *       "show_id": "7301444403200000201",
                     *       "status": "awaiting_payment",
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "zone": "Tribun",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         },
                     *         {
                     *           "seat_no": 1,
                     *           "label": "Tribun 1 · A-2",
                     *           "zone_id": "7301444403200000301",
                     *           "zone": "Tribun",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "fees": {
                     *         "amount_minor": 75000,
                     *         "currency": "IDR"
                     *       },
                     *       "discount": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "total": {
                     *         "amount_minor": 1575000,
                     *         "currency": "IDR"
                     *       },
                     *       "pay_by": "2026-11-22T09:20:00Z",
                     *       "created_at": "2026-11-22T09:05:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `hold-already-booked`, `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/hold-already-booked",
                     *       "title": "This hold is a booking already",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["HoldAlreadyBooked"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            /** @description `hold-expired`: choose again. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/hold-expired",
                     *       "title": "The hold has ended",
                     *       "status": 410,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["HoldExpired"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `promo-invalid` with `reason`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/promo-invalid",
                     *       "title": "This code does not work here",
                     *       "status": 422,
                     *       "reason": "unknown",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["PromoInvalid"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking; with tickets once it is confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "GLR-7K3QFM",
                     *       "hold_id": "7301444403200000401",
                     *       "show_id": "7301444403200000201",
                     *       "status": "confirmed",
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "zone": "Tribun",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "fees": {
                     *         "amount_minor": 37500,
                     *         "currency": "IDR"
                     *       },
                     *       "discount": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "pay_by": "2026-11-22T09:20:00Z",
                     *       "created_at": "2026-11-22T09:05:00Z",
                     *       "tickets": [
                     *         {
                     *           "id": "7301444403200000601",
                     *           "code": "GLR1.AAEC.c2ln",
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone": "Tribun",
                     *           "status": "valid",
                     *           "show_id": "7301444403200000201",
                     *           "booking_id": "7301444403200000501"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "GLR-7K3QFM",
                     *       "hold_id": "7301444403200000401",
                     *       "show_id": "7301444403200000201",
                     *       "status": "cancelled",
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "zone": "Tribun",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "fees": {
                     *         "amount_minor": 37500,
                     *         "currency": "IDR"
                     *       },
                     *       "discount": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "pay_by": "2026-11-22T09:20:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `booking-not-cancellable`: it ended, or the show's rule does not take its tickets back; `reason` says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/booking-not-cancellable",
                     *       "title": "This booking can no longer be cancelled",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["BookingNotCancellable"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    declineSubstitute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declined; the money is on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "GLR-7K3QFM",
                     *       "hold_id": "7301444403200000401",
                     *       "show_id": "7301444403200000201",
                     *       "status": "refund_pending",
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "zone": "Tribun",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "fees": {
                     *         "amount_minor": 37500,
                     *         "currency": "IDR"
                     *       },
                     *       "discount": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "pay_by": "2026-11-22T09:20:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `booking-not-declinable`; `reason` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/booking-not-declinable",
                     *       "title": "These seats cannot be declined",
                     *       "status": 409,
                     *       "reason": "too_late",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["BookingNotDeclinable"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    quoteHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000401 */
                id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "promo_code": "EARLY10"
                 *     }
                 */
                "application/json": {
                    promo_code?: string;
                };
            };
        };
        responses: {
            /** @description The price, line by line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301",
                     *           "zone": "Tribun",
                     *           "price": {
                     *             "amount_minor": 750000,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "fees": {
                     *         "amount_minor": 37500,
                     *         "currency": "IDR"
                     *       },
                     *       "discount": {
                     *         "amount_minor": 75000,
                     *         "currency": "IDR"
                     *       },
                     *       "tax": {
                     *         "amount_minor": 64773,
                     *         "currency": "IDR"
                     *       },
                     *       "tax_included": true,
                     *       "total": {
                     *         "amount_minor": 712500,
                     *         "currency": "IDR"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `promo-invalid`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/promo-invalid",
                     *       "title": "This code does not work here",
                     *       "status": 422,
                     *       "reason": "ended",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["PromoInvalid"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSales: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "version": 5120,
                     *       "capacity": 7166,
                     *       "house": 12,
                     *       "total": {
                     *         "sold": 2,
                     *         "value": {
                     *           "amount_minor": 1575000,
                     *           "currency": "IDR"
                     *         },
                     *         "returned": 0,
                     *         "returned_value": {
                     *           "amount_minor": 0,
                     *           "currency": "IDR"
                     *         }
                     *       },
                     *       "funnel": {
                     *         "held": 3,
                     *         "booked": 2,
                     *         "paid": 1
                     *       },
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Tribun",
                     *           "colour": "#0e9594",
                     *           "capacity": 6366,
                     *           "house": 12,
                     *           "sold": 2,
                     *           "value": {
                     *             "amount_minor": 1575000,
                     *             "currency": "IDR"
                     *           },
                     *           "returned": 0,
                     *           "returned_value": {
                     *             "amount_minor": 0,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "point_s": 600,
                     *       "timeline": [
                     *         {
                     *           "from": "2027-02-28T12:30:00Z",
                     *           "sold": 2,
                     *           "value": {
                     *             "amount_minor": 1575000,
                     *             "currency": "IDR"
                     *           },
                     *           "returned": 0,
                     *           "returned_value": {
                     *             "amount_minor": 0,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sales"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBookingsOfShow: {
        parameters: {
            query?: {
                /**
                 * @description The number or id of a booking, a part of a guest's name, a seat, or the buyer's mail address.
                 * @example A-12
                 */
                q?: string;
                /** @example confirmed */
                status?: components["schemas"]["BookingStatus"];
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000501",
                     *           "reference": "7K2M9QXT",
                     *           "status": "confirmed",
                     *           "created_at": "2027-02-28T12:30:00Z",
                     *           "places": [
                     *             "Tribun 1 · A-1"
                     *           ],
                     *           "names": [
                     *             "Ayu Lestari"
                     *           ],
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           },
                     *           "refunded": {
                     *             "amount_minor": 0,
                     *             "currency": "IDR"
                     *           },
                     *           "payment_id": "7301444403200000601"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BookingOfShow"][];
                        next_cursor: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBookingOfShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "7K2M9QXT",
                     *       "status": "confirmed",
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "places": [
                     *         "Tribun 1 · A-1"
                     *       ],
                     *       "names": [
                     *         "Ayu Lestari"
                     *       ],
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "refunded": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "payment_id": "7301444403200000601",
                     *       "buyer": {
                     *         "name": "Ayu Lestari",
                     *         "email": "ayu@example.com"
                     *       },
                     *       "pay_by": "2027-02-28T12:45:00Z",
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone": "Tribun",
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "tickets": [
                     *         {
                     *           "id": "7301444403200000701",
                     *           "seat_no": 0,
                     *           "name": "Ayu Lestari",
                     *           "status": "valid",
                     *           "with_buyer": true,
                     *           "first_admitted_at": null
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "what": "booked"
                     *         },
                     *         {
                     *           "at": "2027-02-28T12:33:00Z",
                     *           "what": "mail",
                     *           "mail": "tickets",
                     *           "sent_at": "2027-02-28T12:33:02Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingOfShowInWhole"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createBookingNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Called about an aisle seat."
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The note. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2027-02-28T13:00:00Z",
                     *       "what": "note",
                     *       "text": "Called about an aisle seat.",
                     *       "by": "7301444403200000002"
                     *     }
                     */
                    "application/json": components["schemas"]["BookingEvent"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendReceiptOfShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will come. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "promised"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptPromised"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `no-valid-ticket`: it was not paid yet, or the buyer has no valid ticket of it any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/no-valid-ticket",
                     *       "title": "There is no valid ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NoValidTicket"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    moveBookingOfShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "moves": [
                 *         {
                 *           "from": 0,
                 *           "to": 40
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SeatMoves"];
            };
        };
        responses: {
            /** @description The booking as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "7K2M9QXT",
                     *       "status": "confirmed",
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "places": [
                     *         "Tribun 1 · B-1"
                     *       ],
                     *       "names": [
                     *         "Ayu Lestari"
                     *       ],
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "refunded": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "payment_id": "7301444403200000601",
                     *       "buyer": {
                     *         "name": "Ayu Lestari",
                     *         "email": "ayu@example.com"
                     *       },
                     *       "pay_by": "2027-02-28T12:45:00Z",
                     *       "lines": [
                     *         {
                     *           "seat_no": 40,
                     *           "label": "Tribun 1 · B-1",
                     *           "zone": "Tribun",
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "tickets": [
                     *         {
                     *           "id": "7301444403200000701",
                     *           "seat_no": 40,
                     *           "name": "Ayu Lestari",
                     *           "status": "valid",
                     *           "with_buyer": true,
                     *           "first_admitted_at": null
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "what": "booked"
                     *         },
                     *         {
                     *           "at": "2027-02-28T12:33:00Z",
                     *           "what": "mail",
                     *           "mail": "tickets",
                     *           "sent_at": "2027-02-28T12:33:02Z"
                     *         },
                     *         {
                     *           "at": "2027-03-01T09:00:00Z",
                     *           "what": "moved",
                     *           "by": "7301444403200000002",
                     *           "places": [
                     *             "Tribun 1 · A-1"
                     *           ],
                     *           "to": [
                     *             "Tribun 1 · B-1"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingOfShowInWhole"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `seats-taken`, `seats-not-movable`, `other-zone`, each with the `seat_nos`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SeatsTaken"] | components["schemas"]["SeatsNotMovable"] | components["schemas"]["OtherZone"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeFreeTicketsBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingOfShowInWhole"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `booking-not-cancellable`: it was paid, it has ended, or a ticket of it was used. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/booking-not-cancellable",
                     *       "title": "This booking cannot be cancelled",
                     *       "status": 409,
                     *       "booking_status": "confirmed",
                     *       "reason": "ticket_used",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["BookingNotCancellable"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    renameTicketOfShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
                /** @example 7301444403200000701 */
                ticket_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ayu Lestari"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The booking as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "7K2M9QXT",
                     *       "status": "confirmed",
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "places": [
                     *         "Tribun 1 · A-1"
                     *       ],
                     *       "names": [
                     *         "Ayu Lestari"
                     *       ],
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "refunded": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "payment_id": "7301444403200000601",
                     *       "buyer": {
                     *         "name": "Ayu Lestari",
                     *         "email": "ayu@example.com"
                     *       },
                     *       "pay_by": "2027-02-28T12:45:00Z",
                     *       "lines": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone": "Tribun",
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ],
                     *       "tickets": [
                     *         {
                     *           "id": "7301444403200000701",
                     *           "seat_no": 0,
                     *           "name": "Ayu Lestari",
                     *           "status": "valid",
                     *           "with_buyer": true,
                     *           "first_admitted_at": null
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "what": "booked"
                     *         },
                     *         {
                     *           "at": "2027-02-28T12:33:00Z",
                     *           "what": "mail",
                     *           "mail": "tickets",
                     *           "sent_at": "2027-02-28T12:33:02Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BookingOfShowInWhole"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `no-valid-ticket`: it was used, it is void or frozen, or somebody else has it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/no-valid-ticket",
                     *       "title": "There is no valid ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NoValidTicket"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listHouseSeats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups, oldest first; what happened, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "id": "7301444403200000401",
                     *           "name": "Sponsor",
                     *           "by": "7301444403200000002",
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "until": null,
                     *           "seats": [
                     *             {
                     *               "seat_no": 0,
                     *               "label": "Tribun 1 · A-1",
                     *               "zone_id": "7301444403200000301"
                     *             }
                     *           ],
                     *           "standing": []
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "what": "kept",
                     *           "by": "7301444403200000002",
                     *           "group_id": "7301444403200000401",
                     *           "name": "Sponsor",
                     *           "places": [
                     *             "Tribun 1 · A-1"
                     *           ]
                     *         }
                     *       ],
                     *       "people": [
                     *         {
                     *           "id": "7301444403200000002",
                     *           "name": "Sari Wulandari"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["HouseSeats"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepHouseSeats: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseSeatsRequest"];
            };
        };
        responses: {
            /** @description They are kept, durably. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000401",
                     *       "name": "Sponsor",
                     *       "by": "7301444403200000002",
                     *       "at": "2027-02-28T12:30:00Z",
                     *       "until": null,
                     *       "seats": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301"
                     *         }
                     *       ],
                     *       "standing": []
                     *     }
                     */
                    "application/json": components["schemas"]["HouseGroup"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `seats-taken` with `seat_nos`, `not-enough-seats` with `available`, `sale-closed` (the show is called off), `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/seats-taken",
                     *       "title": "Somebody was faster",
                     *       "status": 409,
                     *       "seat_nos": [
                     *         1
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["SeatsTaken"] | components["schemas"]["NotEnoughSeats"] | components["schemas"]["SaleClosed"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/name",
                     *           "message": "is missing"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    letHouseSeatsGo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000401 */
                hold_id: components["parameters"]["HouseGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of it is kept any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SeatsNotKept"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    letSomeHouseSeatsGo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000401 */
                hold_id: components["parameters"]["HouseGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseSeatsRelease"];
            };
        };
        responses: {
            /** @description They are free. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SeatsNotKept"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCapacities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of its organisation; else 404. Of a draft too. Empty where all zones have seats. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "zone_id": "7301444403200000302",
                     *           "name": "Festival",
                     *           "colour": "#f2542d",
                     *           "capacity": 700,
                     *           "plan_capacity": 800,
                     *           "sold": 312,
                     *           "held": 8,
                     *           "house": 20,
                     *           "free": 360
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ZoneCapacityList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    setCapacity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000302 */
                zone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capacity": 700,
                 *       "was": 800
                 *     }
                 */
                "application/json": components["schemas"]["ZoneCapacityRequest"];
            };
        };
        responses: {
            /** @description As it is now, durably. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "zone_id": "7301444403200000302",
                     *       "name": "Festival",
                     *       "colour": "#f2542d",
                     *       "capacity": 700,
                     *       "plan_capacity": 800,
                     *       "sold": 312,
                     *       "held": 8,
                     *       "house": 20,
                     *       "free": 360
                     *     }
                     */
                    "application/json": components["schemas"]["ZoneCapacity"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `capacity-below-sold`: more are taken. `sold` + `held` + `house` is the lowest possible. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/capacity-below-sold",
                     *       "title": "More places are taken than that",
                     *       "status": 409,
                     *       "detail": "312 are sold, 8 held and 20 kept: 340 is the lowest possible.",
                     *       "capacity": 800,
                     *       "sold": 312,
                     *       "held": 8,
                     *       "house": 20,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["CapacityBelowSold"];
                };
            };
            /** @description `changed-meanwhile`: it is not what `was` says; with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/changed-meanwhile",
                     *       "title": "Somebody else saved this meanwhile",
                     *       "status": 412,
                     *       "current": {
                     *         "zone_id": "7301444403200000302",
                     *         "name": "Festival",
                     *         "colour": "#f2542d",
                     *         "capacity": 600,
                     *         "plan_capacity": 800,
                     *         "sold": 312,
                     *         "held": 8,
                     *         "house": 20,
                     *         "free": 260
                     *       },
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["CapacityChangedMeanwhile"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCounterHolds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "id": "7301444403200000401",
                     *           "name": "Sponsor",
                     *           "by": "7301444403200000002",
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "until": null,
                     *           "seats": [
                     *             {
                     *               "seat_no": 0,
                     *               "label": "Tribun 1 · A-1",
                     *               "zone_id": "7301444403200000301"
                     *             }
                     *           ],
                     *           "standing": [],
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           },
                     *           "prices": [
                     *             {
                     *               "zone_id": "7301444403200000301",
                     *               "total": {
                     *                 "amount_minor": 787500,
                     *                 "currency": "IDR"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        groups: components["schemas"]["CounterHold"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    holdAtCounter: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CounterHoldRequest"];
            };
        };
        responses: {
            /** @description They are held, durably. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000401",
                     *       "name": "Sponsor",
                     *       "by": "7301444403200000002",
                     *       "at": "2027-02-28T12:30:00Z",
                     *       "until": null,
                     *       "seats": [
                     *         {
                     *           "seat_no": 0,
                     *           "label": "Tribun 1 · A-1",
                     *           "zone_id": "7301444403200000301"
                     *         }
                     *       ],
                     *       "standing": [],
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "prices": [
                     *         {
                     *           "zone_id": "7301444403200000301",
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CounterHold"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `seats-taken` with `seat_nos`, `not-enough-seats` with `available`, `sale-closed` (the show is called off, or over), `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/seats-taken",
                     *       "title": "Somebody was faster",
                     *       "status": 409,
                     *       "seat_nos": [
                     *         1
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["SeatsTaken"] | components["schemas"]["NotEnoughSeats"] | components["schemas"]["SaleClosed"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/seat_nos/0",
                     *           "message": "is no seat of this show"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    letCounterHoldGo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000401 */
                hold_id: components["parameters"]["HouseGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of it is held any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCounterSales: {
        parameters: {
            query?: {
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000501",
                     *           "reference": "7K2M9QXT",
                     *           "at": "2027-02-28T12:30:00Z",
                     *           "by": "7301444403200000002",
                     *           "method": "cash",
                     *           "status": "confirmed",
                     *           "total": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           },
                     *           "refunded": {
                     *             "amount_minor": 0,
                     *             "currency": "IDR"
                     *           },
                     *           "places": [
                     *             "Tribun 1 · A-1"
                     *           ],
                     *           "name": "",
                     *           "email": ""
                     *         }
                     *       ],
                     *       "next_cursor": null,
                     *       "people": [
                     *         {
                     *           "id": "7301444403200000002",
                     *           "name": "Sari Wulandari"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CounterSale"][];
                        next_cursor: components["schemas"]["NextCursor"];
                        /** @description Who sold, as far as their accounts are there. */
                        people: {
                            id: components["schemas"]["Id"];
                            name: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    sellAtCounter: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CounterSaleRequest"];
            };
        };
        responses: {
            /** @description Sold, durably. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000501",
                     *       "reference": "7K2M9QXT",
                     *       "at": "2027-02-28T12:30:00Z",
                     *       "by": "7301444403200000002",
                     *       "method": "cash",
                     *       "status": "confirmed",
                     *       "total": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "refunded": {
                     *         "amount_minor": 0,
                     *         "currency": "IDR"
                     *       },
                     *       "places": [
                     *         "Tribun 1 · A-1"
                     *       ],
                     *       "name": "",
                     *       "email": ""
                     *     }
                     */
                    "application/json": components["schemas"]["CounterSale"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `seats-not-kept` (the time is up, or somebody sold or let go some of them), `price-changed` with the `total`, `ticket-not-printable`, `sale-closed`, `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/price-changed",
                     *       "title": "These places have another price",
                     *       "status": 409,
                     *       "total": {
                     *         "amount_minor": 800000,
                     *         "currency": "IDR"
                     *       },
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["SeatsNotKept"] | components["schemas"]["PriceChanged"] | components["schemas"]["TicketNotPrintable"] | components["schemas"]["SaleClosed"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/method",
                     *           "message": "is for owners and managers"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    printCounterTickets: {
        parameters: {
            query?: never;
            header?: {
                /** @example en */
                "Accept-Language"?: string;
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000501 */
                booking_id: components["parameters"]["BookingOfPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example %PDF-1.5 */
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `no-valid-ticket`: they were given back, or moved to nobody. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/no-valid-ticket",
                     *       "title": "There is no valid ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NoValidTicket"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The places. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example booking,booked_at,booking_status,zone,place,name,ticket_id,ticket_status,price_minor,fee_minor,discount_minor,tax_minor,total_minor,currency,booking_id */
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportPlacesSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The places. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSellingRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of its organisation; else 404. A draft has rules too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "tax": {
                     *         "rate_bp": 1000,
                     *         "included": true
                     *       },
                     *       "refund_rule": {
                     *         "before_start_s": 259200,
                     *         "keeps_fees": false
                     *       },
                     *       "presale": null,
                     *       "ticket_codes": "fixed",
                     *       "reentry": "none",
                     *       "gates": [],
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Festival A",
                     *           "price": {
                     *             "amount_minor": 85000000,
                     *             "currency": "IDR"
                     *           },
                     *           "fee": {
                     *             "amount_minor": 2500000,
                     *             "currency": "IDR"
                     *           },
                     *           "tax_bp": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SellingRules"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    setSellingRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tax": {
                 *         "rate_bp": 1000,
                 *         "included": true
                 *       },
                 *       "refund_rule": null,
                 *       "zones": [
                 *         {
                 *           "id": "7301444403200000301",
                 *           "fee_minor": 2500000,
                 *           "tax_bp": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SellingRulesChange"];
            };
        };
        responses: {
            /** @description As they are now; in force within two seconds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "tax": {
                     *         "rate_bp": 1000,
                     *         "included": true
                     *       },
                     *       "refund_rule": {
                     *         "before_start_s": 259200,
                     *         "keeps_fees": false
                     *       },
                     *       "presale": null,
                     *       "ticket_codes": "fixed",
                     *       "reentry": "none",
                     *       "gates": [],
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Festival A",
                     *           "price": {
                     *             "amount_minor": 85000000,
                     *             "currency": "IDR"
                     *           },
                     *           "fee": {
                     *             "amount_minor": 2500000,
                     *             "currency": "IDR"
                     *           },
                     *           "tax_bp": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SellingRules"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/reason",
                     *           "message": "is missing"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPromoCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, with how often they were used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000901",
                     *           "code": "EARLY10",
                     *           "percent_bp": 1000,
                     *           "max_uses": 500,
                     *           "per_person": 1,
                     *           "used": 12,
                     *           "starts_at": "2026-11-22T09:20:00Z",
                     *           "ends_at": "2026-12-22T09:20:00Z",
                     *           "zone_ids": [],
                     *           "ended": false
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["PromoCodeList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPromoCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "EARLY10",
                 *       "percent_bp": 1000,
                 *       "max_uses": 500,
                 *       "per_person": 1
                 *     }
                 */
                "application/json": components["schemas"]["PromoCodeRequest"];
            };
        };
        responses: {
            /** @description It works from now on, or from `starts_at`. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "code": "EARLY10",
                     *       "percent_bp": 1000,
                     *       "max_uses": 500,
                     *       "per_person": 1,
                     *       "used": 12,
                     *       "starts_at": "2026-11-22T09:20:00Z",
                     *       "ends_at": "2026-12-22T09:20:00Z",
                     *       "zone_ids": [],
                     *       "ended": false
                     *     }
                     */
                    "application/json": components["schemas"]["PromoCode"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `promo-code-taken`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/promo-code-taken",
                     *       "title": "This show has such a code already",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["PromoCodeTaken"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/reason",
                     *           "message": "is missing"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    endPromoCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
                /** @example 7301444403200000901 */
                code_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShowCancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "status": "running",
                     *       "reason": "The artist is ill",
                     *       "bookings_total": 4812,
                     *       "bookings_done": 1200,
                     *       "refunds_pending": 900,
                     *       "refunds_done": 300,
                     *       "started_at": "2026-11-22T09:20:00Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["ShowCancellation"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
        };
    };
    cancelShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The artist is ill"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It runs. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "status": "running",
                     *       "reason": "The artist is ill",
                     *       "bookings_total": 4812,
                     *       "bookings_done": 1200,
                     *       "refunds_pending": 900,
                     *       "refunds_done": 300,
                     *       "started_at": "2026-11-22T09:20:00Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["ShowCancellation"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/reason",
                     *           "message": "is missing"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000901",
                     *           "show_id": "7301444403200000201",
                     *           "whole_concert": false,
                     *           "status": "draft",
                     *           "subject": {
                     *             "id": "Pintu dibuka lebih awal",
                     *             "en": "Doors open earlier"
                     *           },
                     *           "body": {
                     *             "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *             "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *           },
                     *           "filter": {
                     *             "statuses": [
                     *               "confirmed",
                     *               "partially_refunded",
                     *               "substituted"
                     *             ],
                     *             "zone_id": null,
                     *             "admitted": null,
                     *             "language": null
                     *           },
                     *           "version": 0,
                     *           "tested": false,
                     *           "total": 0,
                     *           "sent": 0,
                     *           "left_out": 0,
                     *           "created_at": "2027-02-28T12:30:00Z",
                     *           "updated_at": "2027-02-28T12:30:00Z",
                     *           "begun_at": null,
                     *           "finished_at": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        next_cursor: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": {
                 *         "id": "Pintu dibuka lebih awal",
                 *         "en": "Doors open earlier"
                 *       },
                 *       "body": {
                 *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                 *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description The draft. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "draft",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": false,
                     *       "total": 0,
                     *       "sent": 0,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    countAudience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "admitted": false
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Audience"];
            };
        };
        responses: {
            /** @description How many. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recipients": 1234
                     *     }
                     */
                    "application/json": components["schemas"]["AudienceSize"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "sending",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": true,
                     *       "total": 1234,
                     *       "sent": 0,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": "2027-02-28T12:40:00Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveMessage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of what was read.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": {
                 *         "id": "Pintu dibuka lebih awal",
                 *         "en": "Doors open earlier"
                 *       },
                 *       "body": {
                 *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                 *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "draft",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": false,
                     *       "total": 0,
                     *       "sent": 0,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-status`: it is sent, or being sent, or was cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-status",
                     *       "title": "This message is not in a state for that",
                     *       "status": 409,
                     *       "message_status": "sent",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageStatusWrong"];
                };
            };
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MessageChangedMeanwhile"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            /** @description `if-match-missing`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IfMatchMissing"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-status`: it is sent, or being sent, or was cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-status",
                     *       "title": "This message is not in a state for that",
                     *       "status": 409,
                     *       "message_status": "sent",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageStatusWrong"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both mails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": {
                     *         "subject": "Pintu dibuka lebih awal",
                     *         "html": "<!doctype html>…",
                     *         "text": "Pintu dibuka lebih awal…",
                     *         "paragraphs": [
                     *           "Halo Ayu,"
                     *         ],
                     *         "colour": "#1b1464",
                     *         "show": "Langit Karsa · Tur Cakrawala",
                     *         "when": "Sabtu, 6 Maret 2027 · 19.30 WIB",
                     *         "where": "Istora, Jakarta",
                     *         "facts": [
                     *           {
                     *             "label": "Kode pesanan",
                     *             "value": "7K2M9QXT"
                     *           }
                     *         ],
                     *         "button": "Lihat pesanan saya",
                     *         "after": "Nada Uji menulis ini kepada Anda."
                     *       },
                     *       "en": {
                     *         "subject": "Doors open earlier",
                     *         "html": "<!doctype html>…",
                     *         "text": "Doors open earlier…",
                     *         "paragraphs": [
                     *           "Halo Ayu,"
                     *         ],
                     *         "colour": "#1b1464",
                     *         "show": "Langit Karsa · Tur Cakrawala",
                     *         "when": "Sabtu, 6 Maret 2027 · 19.30 WIB",
                     *         "where": "Istora, Jakarta",
                     *         "facts": [
                     *           {
                     *             "label": "Kode pesanan",
                     *             "value": "7K2M9QXT"
                     *           }
                     *         ],
                     *         "button": "Lihat pesanan saya",
                     *         "after": "Nada Uji menulis ini kepada Anda."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePreview"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    testMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails are on their way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sent_to": "sari@example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageTest"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-status`: it is sent, or being sent, or was cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-status",
                     *       "title": "This message is not in a state for that",
                     *       "status": 409,
                     *       "message_status": "sent",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageStatusWrong"];
                };
            };
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MessageChangedMeanwhile"];
                };
            };
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of what was read.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being sent. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "sending",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": true,
                     *       "total": 1234,
                     *       "sent": 0,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": "2027-02-28T12:40:00Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-not-tested`, `nobody-to-tell`, `message-status`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-not-tested",
                     *       "title": "Send yourself a test first",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageNotTested"] | components["schemas"]["NobodyToTell"] | components["schemas"]["MessageStatusWrong"];
                };
            };
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MessageChangedMeanwhile"];
                };
            };
            422: components["responses"]["InvalidRequest"];
            /** @description `if-match-missing`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IfMatchMissing"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "paused",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": true,
                     *       "total": 1234,
                     *       "sent": 400,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": "2027-02-28T12:40:00Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-status`: it is sent, or being sent, or was cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-status",
                     *       "title": "This message is not in a state for that",
                     *       "status": 409,
                     *       "message_status": "sent",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageStatusWrong"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "sending",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": true,
                     *       "total": 1234,
                     *       "sent": 0,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": "2027-02-28T12:40:00Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-status`: it is sent, or being sent, or was cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-status",
                     *       "title": "This message is not in a state for that",
                     *       "status": 409,
                     *       "message_status": "sent",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageStatusWrong"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000901 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000901",
                     *       "show_id": "7301444403200000201",
                     *       "whole_concert": false,
                     *       "status": "cancelled",
                     *       "subject": {
                     *         "id": "Pintu dibuka lebih awal",
                     *         "en": "Doors open earlier"
                     *       },
                     *       "body": {
                     *         "id": "Halo {name},\n\npintu {venue} dibuka satu jam lebih awal.",
                     *         "en": "Hi {name},\n\nthe doors of {venue} open an hour earlier."
                     *       },
                     *       "filter": {
                     *         "statuses": [
                     *           "confirmed",
                     *           "partially_refunded",
                     *           "substituted"
                     *         ],
                     *         "zone_id": null,
                     *         "admitted": null,
                     *         "language": null
                     *       },
                     *       "version": 0,
                     *       "tested": true,
                     *       "total": 1234,
                     *       "sent": 400,
                     *       "left_out": 0,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "updated_at": "2027-02-28T12:30:00Z",
                     *       "begun_at": "2027-02-28T12:40:00Z",
                     *       "finished_at": "2027-02-28T12:43:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `message-status`: it is sent, or being sent, or was cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/message-status",
                     *       "title": "This message is not in a state for that",
                     *       "status": 409,
                     *       "message_status": "sent",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["MessageStatusWrong"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description What was done to one show. */
                show_id?: components["schemas"]["Id"];
                /** @example shows */
                topic?: components["schemas"]["ChangeTopic"];
                /** @description By one person or program. */
                by?: components["schemas"]["Id"];
                /** @description A time or a date. */
                from?: string;
                /** @description Before that time; a date counts whole. */
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "1804681200000000.c.7301444403200000951",
                     *           "at": "2027-03-10T05:00:00Z",
                     *           "topic": "rules",
                     *           "event": "rules_changed",
                     *           "by": "7301444403200000021",
                     *           "concert": {
                     *             "id": "7301444403200000031",
                     *             "title": "Malam Nada",
                     *             "exists": true
                     *           },
                     *           "show": {
                     *             "id": "7301444403200000041",
                     *             "starts_at": "2027-05-01T12:00:00Z",
                     *             "timezone": "Asia/Jakarta",
                     *             "venue": "Gelora Utama",
                     *             "exists": true
                     *           },
                     *           "subject": null,
                     *           "fields": [
                     *             {
                     *               "field": "price",
                     *               "of": "Festival",
                     *               "before": {
                     *                 "amount_minor": 35000000,
                     *                 "currency": "IDR"
                     *               },
                     *               "after": {
                     *                 "amount_minor": 37500000,
                     *                 "currency": "IDR"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": null,
                     *       "people": [
                     *         {
                     *           "id": "7301444403200000021",
                     *           "name": "Rina"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000951",
                     *           "url": "https://example.com/gelora",
                     *           "events": [
                     *             "booking.confirmed"
                     *           ],
                     *           "status": "on",
                     *           "failing_since": null,
                     *           "created_at": "2027-02-28T12:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next_cursor: null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/gelora",
                 *       "events": [
                 *         "booking.confirmed",
                 *         "ticket.admitted"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description With its secret, which is told once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000951",
                     *       "url": "https://example.com/gelora",
                     *       "events": [
                     *         "booking.confirmed"
                     *       ],
                     *       "status": "on",
                     *       "failing_since": null,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "secret": "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `too-many-webhooks`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/too-many-webhooks",
                     *       "title": "This organisation has as many webhooks as it may",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["TooManyWebhooks"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000951",
                     *       "url": "https://example.com/gelora",
                     *       "events": [
                     *         "booking.confirmed"
                     *       ],
                     *       "status": "on",
                     *       "failing_since": null,
                     *       "created_at": "2027-02-28T12:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "off"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000951",
                     *       "url": "https://example.com/gelora",
                     *       "events": [
                     *         "booking.confirmed"
                     *       ],
                     *       "status": "on",
                     *       "failing_since": null,
                     *       "created_at": "2027-02-28T12:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the new secret, which is told once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000951",
                     *       "url": "https://example.com/gelora",
                     *       "events": [
                     *         "booking.confirmed"
                     *       ],
                     *       "status": "on",
                     *       "failing_since": null,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "secret": "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000961",
                     *       "type": "webhook.test",
                     *       "status": "delivered",
                     *       "attempts": 1,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "tried_at": "2027-02-28T12:30:01Z",
                     *       "next_attempt_at": null,
                     *       "took_ms": 42,
                     *       "http_status": 200,
                     *       "fault": null,
                     *       "answer": "ok",
                     *       "body": "{\"type\":\"webhook.test\"}"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000961",
                     *           "type": "webhook.test",
                     *           "status": "delivered",
                     *           "attempts": 1,
                     *           "created_at": "2027-02-28T12:30:00Z",
                     *           "tried_at": "2027-02-28T12:30:01Z",
                     *           "next_attempt_at": null,
                     *           "took_ms": 42,
                     *           "http_status": 200,
                     *           "fault": null,
                     *           "answer": "ok",
                     *           "body": "{\"type\":\"webhook.test\"}"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        next_cursor: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000951 */
                webhook_id: components["schemas"]["Id"];
                /** @example 7301444403200000961 */
                delivery_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000961",
                     *       "type": "webhook.test",
                     *       "status": "delivered",
                     *       "attempts": 1,
                     *       "created_at": "2027-02-28T12:30:00Z",
                     *       "tried_at": "2027-02-28T12:30:01Z",
                     *       "next_attempt_at": null,
                     *       "took_ms": 42,
                     *       "http_status": 200,
                     *       "fault": null,
                     *       "answer": "ok",
                     *       "body": "{\"type\":\"webhook.test\"}"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF, A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example %PDF-1.5 */
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000501 */
                id: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will come. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "promised"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptPromised"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `no-valid-ticket`: it was not paid yet, or nothing of it is valid any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/no-valid-ticket",
                     *       "title": "There is no valid ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NoValidTicket"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tickets of mine. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TicketList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000601",
                     *       "code": "GLR1.AAEC.c2ln",
                     *       "seat_no": 0,
                     *       "label": "Tribun 1 · A-1",
                     *       "zone": "Tribun",
                     *       "status": "valid",
                     *       "show_id": "7301444403200000201",
                     *       "booking_id": "7301444403200000501"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    renameTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ayu Lestari"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The ticket as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000601",
                     *       "code": "GLR1.AAEC.c2ln",
                     *       "seat_no": 0,
                     *       "label": "Tribun 1 · A-1",
                     *       "zone": "Tribun",
                     *       "status": "valid",
                     *       "attendee": "Ayu Lestari",
                     *       "show_id": "7301444403200000201",
                     *       "booking_id": "7301444403200000501"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `no-valid-ticket`: it was used, it is void or frozen, somebody else has it, or its show has begun. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/no-valid-ticket",
                     *       "title": "There is no valid ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NoValidTicket"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTicketQr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SVG, black on white with its quiet zone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"/> */
                    "image/svg+xml": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTicketPdf: {
        parameters: {
            query?: never;
            header?: {
                /** @example en */
                "Accept-Language"?: string;
            };
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF, one page A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example %PDF-1.5 */
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `no-valid-ticket`: it is void, frozen, or somebody else has it now (a ticket that was used can still be printed). `ticket-not-printable`: its code changes and is shown on a phone. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/no-valid-ticket",
                     *       "title": "There is no valid ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NoValidTicket"] | components["schemas"]["TicketNotPrintable"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTicketCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description iCalendar, one event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     END:VCALENDAR
                     */
                    "text/calendar": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApplePass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A pass of the style eventTicket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example PK */
                    "application/vnd.apple.pkpass": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NoWallet"];
            409: components["responses"]["NotForWallets"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGooglePass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to send the browser. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "save_url": "https://pay.google.com/gp/v/save/eyJhbGciOiJSUzI1NiJ9.e30.c2ln"
                     *     }
                     */
                    "application/json": components["schemas"]["GooglePass"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NoWallet"];
            409: components["responses"]["NotForWallets"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTransfers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TransferList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bima@example.com",
                 *       "name": "Bima"
                 *     }
                 */
                "application/json": components["schemas"]["TransferRequest"];
            };
        };
        responses: {
            /** @description Offered; the mail is on its way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000701",
                     *       "ticket_id": "7301444403200000601",
                     *       "email": "bima@example.com",
                     *       "status": "offered",
                     *       "created_at": "2026-11-22T09:05:00Z",
                     *       "expires_at": "2026-11-25T09:05:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `transfer-open`: it is offered already. `no-valid-ticket`: it was used, is void, frozen, given away, or its show has begun. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/transfer-open",
                     *       "title": "This ticket is offered already",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["TransferOpen"] | components["schemas"]["NoValidTicket"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeTransferBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000601 */
                id: components["parameters"]["TicketId"];
                /** @example 7301444403200000701 */
                transfer_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not open any more, by this or before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `transfer-gone`: somebody was faster and has the ticket. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/transfer-gone",
                     *       "title": "This offer is not open any more",
                     *       "status": 410,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["TransferGone"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    lookAtTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                 *     }
                 */
                "application/json": components["schemas"]["TransferToken"];
            };
        };
        responses: {
            /** @description An open offer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "artist": "Langit & Karsa",
                     *       "title": "Tur Cakrawala",
                     *       "starts_at": "2026-12-05T12:30:00Z",
                     *       "venue": "Istora Senayan",
                     *       "city": "Jakarta",
                     *       "timezone": "Asia/Jakarta",
                     *       "label": "Tribun 1 · A-1",
                     *       "zone": "Tribun",
                     *       "from": "Ayu",
                     *       "expires_at": "2026-11-25T09:05:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TransferOffer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description `transfer-gone`: it was taken, taken back, or its time is up; or there never was such an offer. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/transfer-gone",
                     *       "title": "This offer is not open any more",
                     *       "status": 410,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["TransferGone"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                 *     }
                 */
                "application/json": components["schemas"]["TransferToken"];
            };
        };
        responses: {
            /** @description My ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000602",
                     *       "code": "GLR1.AAEC.c2ln",
                     *       "seat_no": 0,
                     *       "label": "Tribun 1 · A-1",
                     *       "zone": "Tribun",
                     *       "status": "valid",
                     *       "show_id": "7301444403200000201",
                     *       "booking_id": "7301444403200000501"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `own-ticket`: I offered it myself. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/own-ticket",
                     *       "title": "This is your own ticket",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["OwnTicket"];
                };
            };
            /** @description `transfer-gone`: it was taken, taken back, or its time is up; or there never was such an offer. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/transfer-gone",
                     *       "title": "This offer is not open any more",
                     *       "status": 410,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["TransferGone"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Told or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "watching": true
                     *     }
                     */
                    "application/json": components["schemas"]["Watch"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    watchShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One mail goes out when it opens; the same again if it was asked for already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `not-upcoming`: its sale has opened, or will not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/not-upcoming",
                     *       "title": "There is no opening to wait for",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["NotUpcoming"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    unwatchShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not told any more; the same again if not asked for. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 2
                 *     }
                 */
                "application/json": components["schemas"]["WaitlistRequest"];
            };
        };
        responses: {
            /** @description In line. When there are places, a hold is made for you and a mail sent; it lasts half an hour, as the show has it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000990",
                     *       "show_id": "7301444403200000201",
                     *       "zone_id": null,
                     *       "quantity": 2,
                     *       "position": 3,
                     *       "status": "waiting",
                     *       "created_at": "2026-11-22T09:20:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `already-waiting`, `not-sold-out`, `sale-not-open`, `sale-closed`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/not-sold-out",
                     *       "title": "There are places",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["AlreadyWaiting"] | components["schemas"]["NotSoldOut"] | components["schemas"]["SaleNotOpen"] | components["schemas"]["SaleClosed"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request` or `too-many-tickets`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/too-many-tickets",
                     *       "title": "Too many tickets for one person",
                     *       "status": 422,
                     *       "limit": 4,
                     *       "already": 0,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["TooManyTickets"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "state": "open",
                     *       "gathers_at": "2026-11-25T02:00:00Z",
                     *       "opens_at": "2026-11-25T03:00:00Z",
                     *       "closes_at": "2026-12-20T12:00:00Z",
                     *       "arrived": 48210,
                     *       "drawn": 41002,
                     *       "admitted_through": 1840,
                     *       "per_minute": 310,
                     *       "turn_s": 600,
                     *       "free": 36110,
                     *       "basket": 2.4,
                     *       "commitment": "5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e",
                     *       "seed": "9b1f8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e",
                     *       "root": "17aa8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e"
                     *     }
                     */
                    "application/json": components["schemas"]["Queue"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In line already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "state": "waiting",
                     *       "entry": "0f8a2c5e9b1d4f60a2c5e9b1d4f60a2c",
                     *       "number": 5120,
                     *       "joined_at": "2026-11-25T02:31:00Z",
                     *       "turn_ends_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["QueueEntry"];
                };
            };
            /** @description In line. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "state": "gathering",
                     *       "entry": "0f8a2c5e9b1d4f60a2c5e9b1d4f60a2c",
                     *       "number": null,
                     *       "joined_at": "2026-11-25T02:31:00Z",
                     *       "turn_ends_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["QueueEntry"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `queue-not-open` with `gathers_at`, `sale-closed`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/queue-not-open",
                     *       "title": "The waiting room is not open yet",
                     *       "status": 409,
                     *       "gathers_at": "2026-11-25T02:00:00Z",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["QueueNotOpen"] | components["schemas"]["SaleClosed"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMyQueueEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `none` when I am not in line: never was, left, or bought something. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "state": "waiting",
                     *       "entry": "0f8a2c5e9b1d4f60a2c5e9b1d4f60a2c",
                     *       "number": 5120,
                     *       "joined_at": "2026-11-25T02:31:00Z",
                     *       "turn_ends_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["QueueEntry"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    leaveQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left; the same again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQueueDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Never changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "commitment": "5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e",
                     *       "seed": "9b1f8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e",
                     *       "root": "17aa8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e",
                     *       "entries": [
                     *         "0f8a2c5e9b1d4f60a2c5e9b1d4f60a2c"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QueueDraw"];
                };
            };
            /** @description There is no waiting room, or nothing is drawn yet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    rehearseSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fans": 20000,
                 *       "within_s": 1800,
                 *       "paying_percent": 90,
                 *       "seed": 1,
                 *       "settings": {
                 *         "waiting_room": {
                 *           "shoppers": 500,
                 *           "turn_s": 600
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RehearsalWish"];
            };
        };
        responses: {
            /** @description For owners and managers of its organisation, and for an admin once it is published; else 404. Some seconds for a large crowd; 429 while one of yours is played, or two of others. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "crowd": {
                     *         "fans": 20000,
                     *         "within_s": 1800,
                     *         "paying_percent": 90,
                     *         "seed": 1
                     *       },
                     *       "settings": {
                     *         "waiting_room": {
                     *           "shoppers": 500,
                     *           "turn_s": 600
                     *         },
                     *         "hold_ttl_s": 600,
                     *         "max_tickets_per_user": 4
                     *       },
                     *       "machine": {
                     *         "measured": true,
                     *         "commit_us": 1400,
                     *         "row_us": 38
                     *       },
                     *       "places": 5000,
                     *       "fans": {
                     *         "served": 2170,
                     *         "found_none": 12,
                     *         "not_called": 17400,
                     *         "missed_turn": 128,
                     *         "changed_mind": 290
                     *       },
                     *       "tickets": 5000,
                     *       "takings": {
                     *         "amount_minor": 5250000000,
                     *         "currency": "IDR"
                     *       },
                     *       "nearly_gone_s": 1080,
                     *       "sold_out_s": 1320,
                     *       "lasted_s": 2410,
                     *       "holds": 2466,
                     *       "holds_a_second": 61,
                     *       "clashes": 402,
                     *       "places_lapsed": 540,
                     *       "answer_ms": {
                     *         "median": 1.1,
                     *         "p99": 2.3
                     *       },
                     *       "queue": {
                     *         "longest": 17640,
                     *         "wait_median_s": 540,
                     *         "wait_p95_s": 1210
                     *       },
                     *       "moments": [
                     *         {
                     *           "at_s": 0,
                     *           "free": 5000,
                     *           "held": 0,
                     *           "sold": 0,
                     *           "waiting": 8012
                     *         }
                     *       ],
                     *       "advice": [
                     *         {
                     *           "about": "shorter_hold",
                     *           "number": 300
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Rehearsal"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `sale-closed`: the show is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/sale-closed",
                     *       "title": "The sale is closed",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["SaleClosed"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWaitingRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of its organisation; else 404. `settings` is null where there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "settings": {
                     *         "shoppers": 2000,
                     *         "turn_s": 600,
                     *         "gathers_s": 3600
                     *       },
                     *       "arrived": 48210,
                     *       "waiting": 45900,
                     *       "admitted": 2310,
                     *       "per_minute": 310
                     *     }
                     */
                    "application/json": components["schemas"]["WaitingRoomOfShow"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    setWaitingRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shoppers": 2000,
                 *       "turn_s": 600,
                 *       "gathers_s": 3600
                 *     }
                 */
                "application/json": components["schemas"]["WaitingRoomSettings"];
            };
        };
        responses: {
            /** @description As it is now; in force within two seconds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "settings": {
                     *         "shoppers": 2000,
                     *         "turn_s": 600,
                     *         "gathers_s": 3600
                     *       },
                     *       "arrived": 48210,
                     *       "waiting": 45900,
                     *       "admitted": 2310,
                     *       "per_minute": 310
                     *     }
                     */
                    "application/json": components["schemas"]["WaitingRoomOfShow"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeWaitingRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more, within two seconds; the same again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMyWatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that have not opened yet; who was told does not watch any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "show_id": "7301444403200000201",
                     *           "created_at": "2026-11-22T09:20:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WatchList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMyWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, those that ended too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000990",
                     *           "show_id": "7301444403200000201",
                     *           "zone_id": null,
                     *           "quantity": 2,
                     *           "position": 3,
                     *           "status": "waiting",
                     *           "created_at": "2026-11-22T09:20:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WaitlistEntryList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    leaveWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left. Places that were offered go to the next. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrganisationShows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In order of their dates. For its people and machines of every role, by the access token alone; else 404. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "GT1.AQAAAAAHW80VAAAAAAAAACoAAN6oadt2r2aKCJPKTJ42CJX7thdEWIstb05CQdyLU6spciOoprHbmBK2xkQCuF9gELgzh_-5hcjgfaq2JfjDHfFtBg",
                 *       "gate": "Utara",
                 *       "scan_id": "5f0c2d4e-utara-1"
                 *     }
                 */
                "application/json": components["schemas"]["ScanRequest"];
            };
        };
        responses: {
            /** @description What the gate is to do. A refusal is an answer too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "result": "admitted",
                     *       "first_admitted_at": "2026-11-22T12:00:00Z",
                     *       "first_gate": "Utara",
                     *       "ticket_id": "7301444403200000601",
                     *       "seat": "Tribun 1 · A-12",
                     *       "zone": "Tribun 1",
                     *       "kind": "seated",
                     *       "name": "Ayu Lestari"
                     *     }
                     */
                    "application/json": components["schemas"]["ScanResult"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/scan_id",
                     *           "message": "is wrong"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCheckIns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scans": [
                 *         {
                 *           "code": "GT1.AQAAAAAHW80VAAAAAAAAACoAAN6oadt2r2aKCJPKTJ42CJX7thdEWIstb05CQdyLU6spciOoprHbmBK2xkQCuF9gELgzh_-5hcjgfaq2JfjDHfFtBg",
                 *           "gate": "Utara",
                 *           "scan_id": "5f0c2d4e-utara-2",
                 *           "scanned_at": "2026-11-22T11:40:00Z",
                 *           "let_in": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScanBatch"];
            };
        };
        responses: {
            /** @description A result for each, in their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "scan_id": "5f0c2d4e-utara-2",
                     *           "scanned_at": "2026-11-22T11:40:00Z",
                     *           "result": "already_admitted",
                     *           "conflict": true,
                     *           "first_admitted_at": "2026-11-22T11:39:00Z",
                     *           "first_gate": "Selatan",
                     *           "ticket_id": "7301444403200000601",
                     *           "seat": "Tribun 1 · A-12",
                     *           "zone": "Tribun 1",
                     *           "kind": "seated",
                     *           "name": "Ayu Lestari"
                     *         }
                     *       ],
                     *       "conflicts": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ScanBatchResult"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/scan_id",
                     *           "message": "is wrong"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGateCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "now": "2026-11-22T12:00:00Z",
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Festival A",
                     *           "sold": 900,
                     *           "admitted": 412,
                     *           "entries": 420,
                     *           "exits": 9,
                     *           "inside": 411
                     *         }
                     *       ],
                     *       "gates": [
                     *         {
                     *           "name": "Utara",
                     *           "admitted": 412,
                     *           "entries": 420,
                     *           "exits": 9,
                     *           "zones": [
                     *             {
                     *               "id": "7301444403200000301",
                     *               "admitted": 412,
                     *               "entries": 420,
                     *               "exits": 9
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GateCounts"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConflicts: {
        parameters: {
            query?: {
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_cursor` of the page before.
                 * @example 1795348800000000 5f0c2d4e-utara-2
                 */
                before?: string;
            };
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "scan_id": "5f0c2d4e-utara-2",
                     *           "gate": "Utara",
                     *           "scanned_at": "2026-11-22T11:40:00Z",
                     *           "received_at": "2026-11-22T11:52:10Z",
                     *           "by": "7301444403200000003",
                     *           "by_machine": false,
                     *           "result": "already_admitted",
                     *           "first_admitted_at": "2026-11-22T11:39:00Z",
                     *           "first_gate": "Selatan",
                     *           "ticket_id": "7301444403200000601",
                     *           "seat": "Tribun 1 · A-12",
                     *           "name": "Ayu Lestari",
                     *           "booking_id": "7301444403200000501",
                     *           "reference": "7K2M9QXT"
                     *         }
                     *       ],
                     *       "next_cursor": null,
                     *       "people": [
                     *         {
                     *           "id": "7301444403200000003",
                     *           "name": "Budi Hartono"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ScanConflict"][];
                        next_cursor: string | null;
                        /** @description Who scanned, as far as their accounts are there. */
                        people: {
                            id: components["schemas"]["Id"];
                            name: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGateList: {
        parameters: {
            query?: {
                /** @description `next` of the last answer. */
                after?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "show_id": "7301444403200000201",
                     *       "now": "2026-11-22T12:00:00Z",
                     *       "ticket_codes": "fixed",
                     *       "reentry": "none",
                     *       "keys": [
                     *         {
                     *           "kty": "OKP",
                     *           "crv": "Ed25519",
                     *           "use": "sig",
                     *           "kid": "11qYAYKx",
                     *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
                     *         }
                     *       ],
                     *       "zones": [
                     *         {
                     *           "id": "7301444403200000301",
                     *           "name": "Tribun 1"
                     *         }
                     *       ],
                     *       "gates": [
                     *         {
                     *           "name": "Utara",
                     *           "zones": [
                     *             0
                     *           ]
                     *         }
                     *       ],
                     *       "tickets": [
                     *         [
                     *           "7301444403200000601",
                     *           "used",
                     *           0,
                     *           "Tribun 1 · A-12",
                     *           "Ayu L.",
                     *           "2026-11-22T11:39:00Z",
                     *           true,
                     *           "Utara"
                     *         ]
                     *       ],
                     *       "more": false,
                     *       "next": "812.7301444403200000601"
                     *     }
                     */
                    "application/json": components["schemas"]["GateList"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/limit",
                     *           "message": "is wrong"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAttendees: {
        parameters: {
            query: {
                /** @example lestari */
                q: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                id: components["parameters"]["ShowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest tickets first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "ticket_id": "7301444403200000601",
                     *           "reference": "K7M2XQ9D",
                     *           "name": "Ayu Lestari",
                     *           "seat": "Tribun 1 · A-12",
                     *           "zone": "Tribun 1",
                     *           "status": "valid",
                     *           "first_admitted_at": null,
                     *           "first_gate": null,
                     *           "inside": false
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AttendeeList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `invalid-request`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-request",
                     *       "title": "Some fields are not valid",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/limit",
                     *           "message": "is wrong"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSeatingPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatingPlanList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listVenues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. The organisation's own first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createVenue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Aula Barat",
                 *       "city": "Bandung",
                 *       "address": "Jl. Ganesa 10",
                 *       "timezone": "Asia/Jakarta"
                 *     }
                 */
                "application/json": components["schemas"]["VenueRequest"];
            };
        };
        responses: {
            /** @description A venue of the organisation's own. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Venue"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeVenue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000031 */
                venue_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Aula Barat",
                 *       "city": "Bandung",
                 *       "address": "Jl. Ganesa 10",
                 *       "timezone": "Asia/Jakarta"
                 *     }
                 */
                "application/json": components["schemas"]["VenueRequest"];
            };
        };
        responses: {
            /** @description The venue as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Venue"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlanList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Duduk dan berdiri",
                 *       "venue_id": "7301444403200000012"
                 *     }
                 */
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description A draft with a stage and nothing else. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlan"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    importPlan: {
        parameters: {
            query: {
                /** @example 7301444403200000012 */
                venue_id: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Aula",
                 *       "width": 400,
                 *       "height": 300,
                 *       "stage": {
                 *         "label": "Panggung",
                 *         "points": [
                 *           [
                 *             150,
                 *             10
                 *           ],
                 *           [
                 *             250,
                 *             10
                 *           ],
                 *           [
                 *             250,
                 *             40
                 *           ],
                 *           [
                 *             150,
                 *             40
                 *           ]
                 *         ]
                 *       },
                 *       "zones": [
                 *         {
                 *           "key": "vip",
                 *           "name": "VIP",
                 *           "kind": "seated",
                 *           "colour": "#b3124e"
                 *         }
                 *       ],
                 *       "sections": [
                 *         {
                 *           "name": "Tengah",
                 *           "zone": "vip",
                 *           "outline": [
                 *             [
                 *               180,
                 *               80
                 *             ],
                 *             [
                 *               220,
                 *               80
                 *             ],
                 *             [
                 *               220,
                 *               100
                 *             ],
                 *             [
                 *               180,
                 *               100
                 *             ]
                 *           ],
                 *           "rows": [
                 *             {
                 *               "name": "A",
                 *               "seats": [
                 *                 [
                 *                   "1",
                 *                   190,
                 *                   90
                 *                 ],
                 *                 [
                 *                   "2",
                 *                   200,
                 *                   90
                 *                 ]
                 *               ]
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlanDocument"];
            };
        };
        responses: {
            /** @description A new draft. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlan"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `plan-has-faults`: every fault with its place in the document, at most 100, and nothing was saved. `invalid-request`: no such venue.` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/plan-has-faults",
                     *       "title": "The plan has faults",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/sections/0/rows/2/seats/7",
                     *           "code": "overlapping-seats",
                     *           "message": "lies over /sections/0/rows/1/seats/7"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["PlanHasFaults"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlanWithHistory"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not there any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `plan-in-use`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/plan-in-use",
                     *       "title": "A show is in this plan",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["PlanInUse"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlanDocument: {
        parameters: {
            query?: {
                format?: "gelora" | "pretix";
            };
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. The draft as it was saved last. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDocument"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    savePlanDocument: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of what was changed.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Aula",
                 *       "width": 400,
                 *       "height": 300,
                 *       "stage": {
                 *         "label": "Panggung",
                 *         "points": [
                 *           [
                 *             150,
                 *             10
                 *           ],
                 *           [
                 *             250,
                 *             10
                 *           ],
                 *           [
                 *             250,
                 *             40
                 *           ],
                 *           [
                 *             150,
                 *             40
                 *           ]
                 *         ]
                 *       },
                 *       "zones": [
                 *         {
                 *           "key": "vip",
                 *           "name": "VIP",
                 *           "kind": "seated",
                 *           "colour": "#b3124e"
                 *         }
                 *       ],
                 *       "sections": [
                 *         {
                 *           "name": "Tengah",
                 *           "zone": "vip",
                 *           "outline": [
                 *             [
                 *               180,
                 *               80
                 *             ],
                 *             [
                 *               220,
                 *               80
                 *             ],
                 *             [
                 *               220,
                 *               100
                 *             ],
                 *             [
                 *               180,
                 *               100
                 *             ]
                 *           ],
                 *           "rows": [
                 *             {
                 *               "name": "A",
                 *               "seats": [
                 *                 [
                 *                   "1",
                 *                   190,
                 *                   90
                 *                 ],
                 *                 [
                 *                   "2",
                 *                   200,
                 *                   90
                 *                 ]
                 *               ]
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlanDocument"];
            };
        };
        responses: {
            /** @description What was saved, and its faults: a draft may have some, a version has none. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlan"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlanChangedMeanwhile"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `plan-has-faults`: what cannot be read of the document. Nothing was saved.` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/plan-has-faults",
                     *       "title": "The plan has faults",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/sections/0/rows/2/seats/7",
                     *           "code": "overlapping-seats",
                     *           "message": "lies over /sections/0/rows/1/seats/7"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["PlanHasFaults"];
                };
            };
            /** @description `if-match-missing`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IfMatchMissing"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishPlan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of what was changed.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shows can be made in it; it never changes. What was published before is told again. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlan"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlanChangedMeanwhile"];
                };
            };
            /** @description `plan-has-faults`: what keeps it from being used.` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/plan-has-faults",
                     *       "title": "The plan has faults",
                     *       "status": 422,
                     *       "errors": [
                     *         {
                     *           "pointer": "/sections/0/rows/2/seats/7",
                     *           "code": "overlapping-seats",
                     *           "message": "lies over /sections/0/rows/1/seats/7"
                     *         }
                     *       ],
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["PlanHasFaults"];
                };
            };
            /** @description `if-match-missing`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IfMatchMissing"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    copyPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000301 */
                plan_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Duduk semua"
                 *     }
                 */
                "application/json": components["schemas"]["PlanCopyRequest"];
            };
        };
        responses: {
            /** @description A new draft. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPlan"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrganisationConcerts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationConcertList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createConcert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Tur Nusantara",
                 *       "artist": "Laut Senja",
                 *       "genre": "Indie pop",
                 *       "description": {
                 *         "id": "Malam yang panjang.",
                 *         "en": "A long night."
                 *       },
                 *       "colours": [
                 *         "#1b1464",
                 *         "#e84a5f",
                 *         "#ffd166"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ConcertRequest"];
            };
        };
        responses: {
            /** @description A draft: nobody else sees it until one of its shows is published. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationConcert"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrganisationConcert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationConcert"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteOrganisationConcert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not there any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `was-published`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/was-published",
                     *       "title": "It was published",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["WasPublished"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeConcert: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of what was changed.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Tur Nusantara"
                 *     }
                 */
                "application/json": components["schemas"]["ConcertChange"];
            };
        };
        responses: {
            /** @description As it is now; what everybody sees follows within two seconds. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationConcert"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            /** @description `if-match-missing`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IfMatchMissing"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    setPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description The concert with its `poster_url`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationConcert"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            /** @description `poster-unusable`, with the reason. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PosterUnusable"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removePoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The concert without a `poster_url`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationConcert"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConcertShows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. By start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraftList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createShows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000101 */
                concert_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan_id": "7301444403200000011",
                 *       "dates": [
                 *         "2027-03-06T19:30",
                 *         "2027-03-07T19:30"
                 *       ],
                 *       "opens_at_local": "2026-12-01T10:00",
                 *       "closes_before_start_s": 3600,
                 *       "zones": [
                 *         {
                 *           "zone_no": 0,
                 *           "price_minor": 850000,
                 *           "fee_minor": 25000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ShowsRequest"];
            };
        };
        responses: {
            /** @description Drafts, one a date; all or none. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraftList"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrganisationShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers of the organisation; else 404. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraft"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteOrganisationShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not there any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `was-published`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/was-published",
                     *       "title": "It was published",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["WasPublished"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeShow: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of what was changed.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "max_tickets_per_user": 4
                 *     }
                 */
                "application/json": components["schemas"]["ShowChange"];
            };
        };
        responses: {
            /** @description As it is now; what is sold by follows within two seconds. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraft"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            /** @description `if-match-missing`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IfMatchMissing"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    copyShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dates": [
                 *         "2027-03-08T19:30"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CopiesRequest"];
            };
        };
        responses: {
            /** @description Drafts with the same prices, limits and rules, one a date; all or none. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraftList"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody finds it, and its sale runs by its times, within two seconds. Published before: as it is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraft"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `not-ready`, with what is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotReady"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A draft again. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraft"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `places-taken`: only while nothing is held or sold. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlacesTaken"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    postponeShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "starts_at_local": "2027-04-06T19:30"
                 *     }
                 */
                "application/json": components["schemas"]["PostponementRequest"];
            };
        };
        responses: {
            /** @description Its sale ends the same time before. Whoever has a ticket is told by mail; tickets can be given back by the refund rule, counted from the new date. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationShowDraft"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `not-published`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotPublished"];
                };
            };
            /** @description `changed-meanwhile`, with what is there now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`: all fields that are wrong. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConcertHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or slug.
                 * @example laut-senja-tur-nusantara
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HTML. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <title>Laut Senja — Tur Nusantara · Gelora</title> */
                    "text/html": string;
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConcertCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you have; the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id or slug.
                 * @example laut-senja-tur-nusantara
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example PNG */
                    "image/png": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSitemap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As sitemaps.org has it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/> */
                    "application/xml": string;
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRobots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RFC 9309. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example User-agent: * */
                    "text/plain": string;
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTicketKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A key set of Ed25519 keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "OKP",
                     *           "crv": "Ed25519",
                     *           "use": "sig",
                     *           "kid": "1",
                     *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketKeySet"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
}
