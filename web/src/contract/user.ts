// Generated from contracts/user.openapi.yaml by `npm run contracts:types`.

export interface paths {
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Always 202 with the same body, whether the address is known or not. Each post is a registration of its own that waits for
         *     its own link; the link creates the account.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the link of the verification mail */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Read an account
         * @description Oneself (`me` works), or anybody for an admin; else 404.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Erase an account
         * @description Irreversible. The person is gone from here, with sessions, second factor and links. Bookings and payments stay as long as the
         *     law wants them, under an id that is nobody's any more.
         */
        delete: operations["eraseUser"];
        options?: never;
        head?: never;
        /**
         * Change name, language or password
         * @description A new password needs `current_password`, is set by its owner alone, and logs the owner's other devices out.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/users/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is kept about me
         * @description Only oneself. Of this service, and of bookings, tickets and payments.
         */
        get: operations["exportUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether log-in takes two steps */
        get: operations["getSecondFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a code of the app; from now on log-in asks for one */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with the password alone again */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes instead of the old ones */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My devices */
        get: operations["listSessions"];
        put?: never;
        /** Log in */
        post: operations["logIn"];
        /** Log all my other devices out */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new access token for the refresh cookie
         * @description Rotates the cookie. The predecessor yields the same successor for 30 s, so two tabs survive.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log out */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log one device out */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Keep the passkey that the browser made
         * @description Verified as WebAuthn level 2, section 7.1, asks: origin, challenge (once, within 5 minutes), relying party, user verification. Attestation is not asked for.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make a passkey */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/passkeys/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget a passkey */
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to log in with a passkey */
        post: operations["beginPasskeyLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with a passkey, without a password
         * @description Both factors at once: the device, and what unlocks it (user verification is required).
         */
        post: operations["logInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations that I work for */
        get: operations["listOrganisations"];
        put?: never;
        /** Found an organisation */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** Read one */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename it */
        patch: operations["renameOrganisation"];
        trace?: never;
    };
    "/api/organisations/{id}/team-changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        /**
         * What became of its people and programs
         * @description Newest first, from the audit log: who was invited, came, got another role or other shows, and left; which keys and gate devices were made and revoked.
         *     For owners and managers of all shows. What they changed themselves: `GET /api/organisations/{id}/changes`.
         */
        get: operations["listTeamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** Who works here */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody's role away, or leave */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Give somebody another role
         * @description An owner gives every role; a manager gives and takes `box_office` and `gate`.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/organisations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** Invitations that wait */
        get: operations["listInvitations"];
        put?: never;
        /** Invite somebody by mail */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the link of an invitation
         * @description Only from the account whose address was invited; for any other it is `token-expired`, as if it were no link at all.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** Keys of an organisation */
        get: operations["listApiKeys"];
        put?: never;
        /** A key for a program */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/gate-devices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** Telephones at the gates */
        get: operations["listGateDevices"];
        put?: never;
        /** A one-time code for a telephone at a gate */
        post: operations["inviteGateDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/gate-devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                device_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a telephone out of service */
        delete: operations["revokeGateDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gate-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become a gate device by a one-time code */
        post: operations["enrolGateDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An access token for the key of a machine */
        post: operations["issueAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail me a link to set a new password
         * @description Always 202 with the same body, whether the address is known or not.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the new password
         * @description Ends every session of the account.
         */
        post: operations["confirmPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that verify access tokens */
        get: operations["getAccessTokenKeys"];
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
        /** Format: email */
        Email: string;
        /** @description 12 characters or more (15 for staff), at most 256 bytes, both counted in NFKC; no rules of composition. Common and breached ones, and words of the account, are refused. */
        NewPassword: string;
        Token: string;
        Name: string;
        /** @enum {string} */
        Locale: "id" | "en";
        Registration: {
            email: components["schemas"]["Email"];
            password: components["schemas"]["NewPassword"];
            name: components["schemas"]["Name"];
            locale?: components["schemas"]["Locale"];
        };
        VerificationSent: {
            /** @constant */
            status: "verification_sent";
        };
        Verification: {
            token: components["schemas"]["Token"];
        };
        Verified: {
            /** @constant */
            status: "verified";
        };
        ResetSent: {
            /** @constant */
            status: "reset_sent";
        };
        User: {
            id: components["schemas"]["Id"];
            email: components["schemas"]["Email"];
            name: string;
            locale: components["schemas"]["Locale"];
            roles: string[];
            created_at: components["schemas"]["Instant"];
        };
        UserChange: {
            name?: components["schemas"]["Name"];
            locale?: components["schemas"]["Locale"];
            password?: components["schemas"]["NewPassword"];
            current_password?: string;
        };
        SecondFactor: {
            /** @description Log-in asks for a code. */
            totp: boolean;
            since: components["schemas"]["Instant"] | null;
            recovery_codes_left: number;
        };
        PasswordAgain: {
            password: string;
        };
        TotpSecret: {
            /** @description Base 32. */
            secret: string;
            otpauth_uri: string;
            /** @description The same as a QR code. */
            qr_svg: string;
        };
        TotpCode: {
            code: string;
        };
        RecoveryCodes: {
            recovery_codes: string[];
        };
        Credentials: {
            email: string;
            password: string;
            totp?: string;
            /** @description Instead of totp; each opens once. */
            recovery_code?: string;
            /** @description Instead of totp. */
            passkey?: components["schemas"]["PasskeyAnswer"];
        };
        Session: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
            user: components["schemas"]["User"];
            /** @description Whom I work for. */
            organisations: components["schemas"]["Organisation"][];
            /** @description Roles of staff are withheld until a session is opened with a second factor. */
            second_factor_needed: boolean;
        };
        Device: {
            id: components["schemas"]["Id"];
            created_at: components["schemas"]["Instant"];
            last_used_at?: components["schemas"]["Instant"];
            user_agent?: string | null;
            /** @description The network it last came from. */
            address?: string | null;
            /** @description Logged in with an app's code, a recovery code or a passkey. */
            second_factor?: boolean;
            /** @description The session that asks. */
            current: boolean;
        };
        DeviceList: {
            items: components["schemas"]["Device"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Base64url: string;
        Passkey: {
            id: components["schemas"]["Id"];
            name: string;
            created_at: components["schemas"]["Instant"];
            last_used_at: components["schemas"]["Instant"] | null;
        };
        PasskeyList: {
            items: components["schemas"]["Passkey"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        PasskeyCreation: {
            challenge: components["schemas"]["Base64url"];
            rp: {
                id: string;
                name: string;
            };
            user: {
                id: components["schemas"]["Base64url"];
                name: string;
                display_name: string;
            };
            /** @description COSE: -7 ES256, -8 EdDSA, -257 RS256. */
            algorithms: number[];
            /** @description Credentials that are kept already. */
            exclude: components["schemas"]["Base64url"][];
            timeout_ms: number;
        };
        NewPasskey: {
            name: string;
            client_data_json: components["schemas"]["Base64url"];
            authenticator_data: components["schemas"]["Base64url"];
        };
        PasskeyRequest: {
            challenge: components["schemas"]["Base64url"];
            rp_id: string;
            /** @description Credentials that may answer; empty: any that the browser knows for us. */
            allow: components["schemas"]["Base64url"][];
            timeout_ms: number;
        };
        PasskeyAnswer: {
            credential_id: components["schemas"]["Base64url"];
            client_data_json: components["schemas"]["Base64url"];
            authenticator_data: components["schemas"]["Base64url"];
            signature: components["schemas"]["Base64url"];
        };
        /** @enum {string} */
        OrganisationRole: "owner" | "manager" | "box_office" | "gate";
        NewOrganisation: {
            name: components["schemas"]["Name"];
        };
        Organisation: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description Mine; null for an admin who does not work there. */
            role: components["schemas"]["OrganisationRole"] | null;
            shows: components["schemas"]["ShowsOfRights"];
            created_at: components["schemas"]["Instant"];
        };
        OrganisationList: {
            items: components["schemas"]["Organisation"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Member: {
            user_id: components["schemas"]["Id"];
            name: string;
            email: components["schemas"]["Email"];
            role: components["schemas"]["OrganisationRole"];
            shows: components["schemas"]["ShowsOfRights"];
            since: components["schemas"]["Instant"];
            /** @description Logs in with an app's codes or a passkey. */
            second_factor: boolean;
        };
        TeamChangeList: {
            items: components["schemas"]["TeamChange"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        TeamChange: {
            id: string;
            at: components["schemas"]["Instant"];
            /** @description `organisation_founded`, `organisation_renamed`, `member_invited`, `invitation_withdrawn`, `invitation_accepted`, `role_changed`, `member_removed`, `api_key_created`, `api_key_revoked`, `gate_device_invited`, `gate_device_enrolled`, `gate_device_revoked`; there may come more. */
            event: string;
            by: components["schemas"]["Id"] | null;
            /** @description Null: their account is gone. */
            by_name: string | null;
            /** @description Whom it is about. */
            user: components["schemas"]["Id"] | null;
            user_name: string | null;
            /** @description Which key or gate device. */
            machine: components["schemas"]["Id"] | null;
            before: components["schemas"]["ToldRights"];
            after: components["schemas"]["ToldRights"];
        };
        /** @description A role and where; null where there was or is none. */
        ToldRights: null | {
            role: components["schemas"]["OrganisationRole"];
            /** @description At most four; of more, none are named. */
            show_ids: components["schemas"]["Id"][];
            /** @description Null: all shows. */
            show_count: number | null;
        };
        MemberList: {
            items: components["schemas"]["Member"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        RoleChange: {
            role: components["schemas"]["OrganisationRole"];
            /** @description Left out: as before. */
            shows?: components["schemas"]["ShowsOfRights"];
        };
        NewInvitation: {
            email: components["schemas"]["Email"];
            role: components["schemas"]["OrganisationRole"];
            /** @description Left out: all. */
            shows?: components["schemas"]["ShowsOfRights"];
        };
        /**
         * @description The shows in which somebody has their role; null for all, those to come too. Whoever has it in some only has no say in anything
         *     that is of the whole organisation: its team, keys, telephones, concerts and plans. An owner's are all.
         */
        ShowsOfRights: components["schemas"]["Id"][] | null;
        Invitation: {
            id: components["schemas"]["Id"];
            email: components["schemas"]["Email"];
            role: components["schemas"]["OrganisationRole"];
            shows: components["schemas"]["ShowsOfRights"];
            created_at: components["schemas"]["Instant"];
            expires_at: components["schemas"]["Instant"];
        };
        InvitationList: {
            items: components["schemas"]["Invitation"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        ApiKeyWish: {
            name: string;
            /**
             * @description What it may do: no more than who makes it.
             * @enum {string}
             */
            role: "manager" | "box_office" | "gate";
            /** @description Until it expires. */
            days: number;
        };
        Machine: {
            id: components["schemas"]["Id"];
            name: string;
            role: components["schemas"]["OrganisationRole"];
            shows?: components["schemas"]["ShowsOfRights"];
            created_at: components["schemas"]["Instant"];
            expires_at: components["schemas"]["Instant"];
            last_used_at: components["schemas"]["Instant"] | null;
        };
        MachineList: {
            items: components["schemas"]["Machine"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        NewApiKey: components["schemas"]["Machine"] & {
            key: string;
        };
        GateDeviceWish: {
            name: string;
            /** @description How long the device may work once it is enrolled. */
            days: number;
        };
        GateCode: {
            id: components["schemas"]["Id"];
            name: string;
            code: string;
            /** @description The page that enrols, with the code, as a QR code. */
            qr_svg: string;
            expires_at: components["schemas"]["Instant"];
        };
        GateCodeShown: {
            code: string;
        };
        EnrolledDevice: {
            id: components["schemas"]["Id"];
            name: string;
            organisation_id: components["schemas"]["Id"];
            organisation_name: string;
            key: string;
            expires_at: components["schemas"]["Instant"];
        };
        MachineKey: {
            key: string;
        };
        MachineToken: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
        };
        PasswordResetRequest: {
            email: components["schemas"]["Email"];
        };
        PasswordReset: {
            token: components["schemas"]["Token"];
            password: components["schemas"]["NewPassword"];
        };
        KeySet: {
            keys: {
                /** @constant */
                kty: "EC";
                /** @constant */
                crv: "P-256";
                /** @constant */
                alg: "ES256";
                /** @constant */
                use: "sig";
                kid: string;
                x: string;
                y: string;
            }[];
        };
        InvalidCredentials: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/invalid-credentials";
            /** @constant */
            status?: 401;
        };
        TotpRequired: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/totp-required";
            /** @constant */
            status?: 401;
            /** @description What the browser needs to answer with a passkey instead of a code; null when the account has none. */
            passkey: components["schemas"]["PasskeyRequest"] | null;
        };
        TotpInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/totp-invalid";
            /** @constant */
            status?: 401;
        };
        EmailUnverified: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/email-unverified";
            /** @constant */
            status?: 403;
        };
        ForeignOrigin: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/foreign-origin";
            /** @constant */
            status?: 403;
        };
        TokenExpired: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/token-expired";
            /** @constant */
            status?: 410;
        };
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
        MalformedJson: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/malformed-json";
            /** @constant */
            status?: 400;
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
        Unauthenticated: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unauthenticated";
            /** @constant */
            status?: 401;
        };
        NotFound: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-found";
            /** @constant */
            status?: 404;
        };
        /** @description Pass it as `cursor` for the next page; null on the last one. */
        NextCursor: string | null;
    };
    responses: {
        /** @description The account. */
        User: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "7301444403200000001",
                 *       "email": "ayu@example.com",
                 *       "name": "Ayu Lestari",
                 *       "locale": "id",
                 *       "roles": [
                 *         "customer"
                 *       ],
                 *       "created_at": "2026-11-22T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["User"];
            };
        };
        /** @description `token-expired`: the link was used, or it is too old. */
        TokenExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/token-expired",
                 *       "title": "This link no longer works",
                 *       "status": 410,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["TokenExpired"];
            };
        };
        /** @description `second-factor-needed`: who works for an organisation logs in here with an app's code or a passkey. */
        SecondFactorNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/second-factor-needed",
                 *       "title": "Log in with a second factor for this",
                 *       "status": 403,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `foreign-origin`: the page that sent this is not ours. */
        ForeignOrigin: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/foreign-origin",
                 *       "title": "Not from this page",
                 *       "status": 403,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["ForeignOrigin"];
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
    };
    parameters: {
        /**
         * @description `me`, or an account's id.
         * @example me
         */
        UserId: string;
        /**
         * @description An organisation's id.
         * @example 7301444403200000021
         */
        OrganisationId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
        /** @description The refresh token, rotated. */
        SetRefreshCookie: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    registerUser: {
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
                 *       "email": "ayu@example.com",
                 *       "password": "lautan-biru-tenang-27",
                 *       "name": "Ayu Lestari",
                 *       "locale": "id"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description A mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "verification_sent"
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationSent"];
                };
            };
            400: components["responses"]["MalformedJson"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyEmail: {
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
                 *       "token": "2f7c2a0e9bd14d1c8f0a6f1f5f0f4b2c"
                 *     }
                 */
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description The account exists now; log in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "verified"
                     *     }
                     */
                    "application/json": components["schemas"]["Verified"];
                };
            };
            400: components["responses"]["MalformedJson"];
            410: components["responses"]["TokenExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            /** @description `log-in-again`: it needs a log-in of the last 15 minutes. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description `last-owner`: others work for an organisation that you alone own. */
            409: {
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
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ayu L.",
                 *       "locale": "en"
                 *     }
                 */
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: components["responses"]["User"];
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
    exportUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ZIP of JSON files, one a kind of thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginTotp: {
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
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description To be scanned or typed into the app; it counts once a code of it was shown. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description It is on already (`second-factor-on`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmTotp: {
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
                 *       "code": "492039"
                 *     }
                 */
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description It is on. The recovery codes are told only now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description It is on already (`second-factor-on`), or was not begun (`second-factor-off`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeTotp: {
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
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description It is off. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description It is off already (`second-factor-off`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewRecoveryCodes: {
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
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description Told only now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description There is no second factor (`second-factor-off`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where I am logged in, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000009",
                     *           "created_at": "2026-11-22T09:00:00Z",
                     *           "last_used_at": "2026-11-22T09:05:00Z",
                     *           "user_agent": "Firefox on Android",
                     *           "current": true
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    logIn: {
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
                 *       "email": "ayu@example.com",
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Logged in; the refresh token is in the cookie. */
            201: {
                headers: {
                    "Set-Cookie": components["headers"]["SetRefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI3MzAxIn0.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 600,
                     *       "user": {
                     *         "id": "7301444403200000001",
                     *         "email": "ayu@example.com",
                     *         "name": "Ayu Lestari",
                     *         "locale": "id",
                     *         "roles": [
                     *           "customer"
                     *         ],
                     *         "created_at": "2026-11-22T09:00:00Z"
                     *       },
                     *       "organisations": [],
                     *       "second_factor_needed": false
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description `invalid-credentials`; `totp-required` when the account has a second factor; `totp-invalid` when its code is wrong, or was used. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-credentials",
                     *       "title": "Email or password is wrong",
                     *       "status": 401,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidCredentials"] | components["schemas"]["TotpRequired"] | components["schemas"]["TotpInvalid"];
                };
            };
            /** @description `email-unverified`: the password is right, the link in the mail was not opened yet. `foreign-origin`: the page is not ours. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/email-unverified",
                     *       "title": "Open the link in your mail first",
                     *       "status": 403,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["ForeignOrigin"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Only the session that asks goes on. */
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
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refreshed. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SetRefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI3MzAxIn0.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 600,
                     *       "user": {
                     *         "id": "7301444403200000001",
                     *         "email": "ayu@example.com",
                     *         "name": "Ayu Lestari",
                     *         "locale": "id",
                     *         "roles": [
                     *           "customer"
                     *         ],
                     *         "created_at": "2026-11-22T09:00:00Z"
                     *       },
                     *       "organisations": [],
                     *       "second_factor_needed": false
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForeignOrigin"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out; the cookie is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForeignOrigin"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000009 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That device is logged out. */
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
    listPasskeys: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    addPasskey: {
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
                 *       "name": "My telephone",
                 *       "client_data_json": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0",
                 *       "authenticator_data": "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2NFAAAAAA"
                 *     }
                 */
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description It opens from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `passkey-known`: this passkey is kept already. `too-many`: ten are kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginPasskey: {
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
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description To be handed to navigator.credentials.create(). */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreation"];
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
    removePasskey: {
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
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description It opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    beginPasskeyLogIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To be handed to navigator.credentials.get(). */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            403: components["responses"]["ForeignOrigin"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    logInWithPasskey: {
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
                 *       "credential_id": "KEDetxZcUfinhVi6Za5nZQ",
                 *       "client_data_json": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
                 *       "authenticator_data": "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ",
                 *       "signature": "MEUCIQ"
                 *     }
                 */
                "application/json": components["schemas"]["PasskeyAnswer"];
            };
        };
        responses: {
            /** @description Logged in; the refresh token is in the cookie. */
            201: {
                headers: {
                    "Set-Cookie": components["headers"]["SetRefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description `passkey-invalid`: not known here, or its answer does not verify, or was used before. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["ForeignOrigin"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With my role in each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOrganisation: {
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
                 *       "name": "Nada Raya Promotor"
                 *     }
                 */
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            /** @description You are its owner. Your next access token says so. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `too-many`: one person owns at most ten. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For its people, and for an admin; else 404. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    renameOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Nada Raya"
                 *     }
                 */
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            /** @description An owner does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTeamChanges: {
        parameters: {
            query?: {
                /** @description By one person or device. */
                by?: components["schemas"]["Id"];
                from?: components["schemas"]["Instant"];
                /** @description Before that time. */
                to?: components["schemas"]["Instant"];
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
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
                     *           "id": "912",
                     *           "at": "2027-03-10T05:00:00Z",
                     *           "event": "role_changed",
                     *           "by": "7301444403200000021",
                     *           "by_name": "Rina",
                     *           "user": "7301444403200000022",
                     *           "user_name": "Dimas",
                     *           "machine": null,
                     *           "before": {
                     *             "role": "gate",
                     *             "show_ids": [],
                     *             "show_count": null
                     *           },
                     *           "after": {
                     *             "role": "manager",
                     *             "show_ids": [
                     *               "7301444403200000041"
                     *             ],
                     *             "show_count": 1
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TeamChangeList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Their tokens of before are void within a second. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            /** @description `last-owner`: somebody has to own it. */
            409: {
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
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "box_office"
                 *     }
                 */
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Their tokens of before are void within a second. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            /** @description `last-owner`: somebody has to own it. `too-many`: they work for at most 100 single shows. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bayu@example.com",
                 *       "role": "gate"
                 *     }
                 */
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The link in the mail works once, for 7 days, for an account of that address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            /** @description `member-already`: this person works here. `too-many`: 100 invitations wait. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
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
                 *       "token": "2f7c2a0e9bd14d1c8f0a6f1f5f0f4b2c"
                 *     }
                 */
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description You work there now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["TokenExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers. The keys themselves are not kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Accounting",
                 *       "role": "box_office",
                 *       "days": 90
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyWish"];
            };
        };
        responses: {
            /** @description The key is told only now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            /** @description `too-many`: 100 keys and devices are kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It and its tokens are void within a second. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGateDevices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For owners and managers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    inviteGateDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "North gate 2",
                 *       "days": 3
                 *     }
                 */
                "application/json": components["schemas"]["GateDeviceWish"];
            };
        };
        responses: {
            /** @description Good for 15 minutes, once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateCode"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            /** @description `too-many`: 100 keys and devices are kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeGateDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An organisation's id.
                 * @example 7301444403200000021
                 */
                id: components["parameters"]["OrganisationId"];
                /** @example 7301444403200000021 */
                device_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It and its tokens are void within a second. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["SecondFactorNeeded"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    enrolGateDevice: {
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
                 *       "code": "KQ7M-2XPD-3HTA"
                 *     }
                 */
                "application/json": components["schemas"]["GateCodeShown"];
            };
        };
        responses: {
            /** @description The key is told only now, to this device. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledDevice"];
                };
            };
            400: components["responses"]["MalformedJson"];
            410: components["responses"]["TokenExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueAccessToken: {
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
                 *       "key": "gelora_key_mKq7m2xpd9htaR4c0o1Wm3uVbYy0m0mJ0ZC1x2rQ8sE"
                 *     }
                 */
                "application/json": components["schemas"]["MachineKey"];
            };
        };
        responses: {
            /** @description Good for ten minutes; ask again then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineToken"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description `unauthenticated`: unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestPasswordReset: {
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
                 *       "email": "ayu@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description If the address has an account, a mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "reset_sent"
                     *     }
                     */
                    "application/json": components["schemas"]["ResetSent"];
                };
            };
            400: components["responses"]["MalformedJson"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmPasswordReset: {
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
                 *       "token": "2f7c2a0e9bd14d1c8f0a6f1f5f0f4b2c",
                 *       "password": "bukit-hijau-tenang-31"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The new password counts from now on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedJson"];
            410: components["responses"]["TokenExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccessTokenKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "EC",
                     *           "crv": "P-256",
                     *           "alg": "ES256",
                     *           "use": "sig",
                     *           "kid": "2026-11",
                     *           "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                     *           "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
}
