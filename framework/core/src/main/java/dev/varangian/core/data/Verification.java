package dev.varangian.core.data;

import dev.varangian.spi.data.DataFolder;
import java.util.List;

/** Checks the files of data sets against their declaration. */
public final class Verification {
  private Verification() {}

  /** Checks every file of {@code folder} in the order of declaration. */
  public static List<Finding> of(DataFolder folder) {
    return folder.files().stream().map(file -> Finding.of(file, folder)).toList();
  }
}
