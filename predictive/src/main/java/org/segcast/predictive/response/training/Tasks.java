/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/** Waits for tasks and tells their failures as if they had been plain calls. */
final class Tasks {

    private Tasks() {}

    /** The result of a task that is done here, unless somebody else has begun it. */
    static <T> T done(FutureTask<T> task) {
        task.run();
        return result(task);
    }

    static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("training was interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new SegcastException(
                    ErrorCode.TRAINING_FAILED, "Training failed: " + failed.getCause(), failed.getCause());
        }
    }
}
