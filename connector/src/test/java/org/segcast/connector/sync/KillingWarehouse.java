/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.segcast.connector.mirror.Warehouse;

/** A warehouse that ends everything at one of its statements, within transactions too. */
final class KillingWarehouse implements Warehouse {
    private final Warehouse warehouse;
    private final long fatal;
    private final Runnable kill;
    private long statements;

    /** @param fatal the statement, from 1, before which {@code kill} is called, and before every later one */
    KillingWarehouse(Warehouse warehouse, long fatal, Runnable kill) {
        this.warehouse = warehouse;
        this.fatal = fatal;
        this.kill = kill;
    }

    long statements() {
        return statements;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = warehouse.open();
        return (Connection) Proxy.newProxyInstance(
                KillingWarehouse.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("unwrap")) {
                        statements++;
                        if (statements >= fatal) {
                            kill.run();
                        }
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }
}
