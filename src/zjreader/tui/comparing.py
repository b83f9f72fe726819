"""A screen on which one sees what an article was before, where the library has kept it."""

from zjreader.article import Version
from zjreader.errors import MissingError, ZjreaderError
from zjreader.messages import _
from zjreader.page_style import style_of
from zjreader.text.clean import Clean
from zjreader.tui.subscribing import SubscribingScreen


class ComparingScreen(SubscribingScreen):
    """A screen with earlier versions of its articles."""

    def action_versions(self) -> None:
        """Show the versions of the article under the cursor, where there are several."""
        headline = self.headlines.selected
        try:
            versions = self._versions_of(headline.id) if headline else ()
        except ZjreaderError as error:
            self.say(str(error), "error")
            return
        if not versions:
            self.say(_("only the library keeps earlier versions"))
        elif len(versions) == 1:
            self.say(_("this article has only one version"))
        else:
            from zjreader.tui.version_list import VersionsScreen

            zone = self.reader.now().tzinfo
            self.app.push_screen(VersionsScreen(versions, zone, style_of(self.settings), self.keymap))

    def _versions_of(self, identity: Clean) -> tuple[Version, ...]:
        """What the library kept of an article; nothing where it does not hold it."""
        try:
            return self.outside.versions(identity) if self.outside.versions else ()
        except MissingError:
            return ()
