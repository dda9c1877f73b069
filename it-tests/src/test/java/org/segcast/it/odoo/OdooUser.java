/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Users of Odoo with an API key. Odoo's API makes no keys for others, so the key is written as its login code reads it (passlib's pbkdf2_sha512). */
final class OdooUser {
    private static final int ROUNDS = 6_000;
    private static final int INDEX = 8;

    private OdooUser() {}

    /** An internal user without any app. @return the key */
    static String withFewRights(OdooScratch odoo) {
        return withGroup(odoo, "few", "base.group_user");
    }

    /** An internal user with one group of rights. @return the key */
    static String withGroup(OdooScratch odoo, String login, String group) {
        String[] name = group.split("\\.");
        int user = odoo.create(
                "res.users",
                Map.of(
                        "name",
                        "Few",
                        "login",
                        login,
                        odoo.isOldest() ? "groups_id" : "group_ids",
                        List.of(List.of(6, 0, List.of(odoo.reference(name[0], name[1]))))));
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String hash = "$pbkdf2-sha512$" + ROUNDS + "$" + ab64(salt) + "$" + ab64(derive(key, salt));
        odoo.sql("insert into res_users_apikeys (name, user_id, scope, index, key, create_date) values ('it', " + user
                + ", 'rpc', '" + key.substring(0, INDEX) + "', '" + hash + "', now() at time zone 'UTC')");
        return key;
    }

    private static String ab64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
    }

    private static byte[] derive(String key, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(key.toCharArray(), salt, ROUNDS, 512))
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
