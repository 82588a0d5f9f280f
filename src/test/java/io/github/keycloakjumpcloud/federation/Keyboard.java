package io.github.keycloakjumpcloud.federation;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Works the panel without a mouse. */
record Keyboard(ConsolePanel panel) {

    private static final int MOST_STEPS = 200;

    /** Goes on with the Tab key until the focus is on the control with this text or accessible name. */
    Keyboard goTo(String name) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (name.equals(focused())) {
                return this;
            }
            type(Keys.TAB);
        }
        throw new AssertionError("The Tab key does not lead to " + name);
    }

    Keyboard type(CharSequence... keys) {
        for (CharSequence key : keys) {
            element().sendKeys(key);
        }
        return this;
    }

    /** What a screen reader calls the control that has the focus. */
    String focused() {
        return String.valueOf(element().getAccessibleName());
    }

    private WebElement element() {
        return panel.browser().driver().switchTo().activeElement();
    }
}
