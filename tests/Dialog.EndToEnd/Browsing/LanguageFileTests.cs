namespace Dialog.EndToEnd.Browsing;

public class LanguageFileTests
{
    [TestCase("en", "Sign in")]
    [TestCase("fa", "ورود")]
    public void A_text_is_found_by_its_path(string language, string text) =>
        Assert.That(LanguageFile.Console(language)["session.signIn"], Is.EqualTo(text));

    [Test]
    public void A_text_behind_nested_ones_is_found() =>
        Assert.That(LanguageFile.Console("en")["desk.events.handoff"], Is.Not.Empty);

    [Test]
    public void A_text_of_a_file_that_is_taken_in_is_found() =>
        Assert.That(LanguageFile.Console("fa")["messengers.names.bale"], Is.EqualTo("بله"));

    [Test]
    public void Gaps_take_anything() =>
        Assert.That("Pooya has joined", Does.Match(LanguageFile.Widget("en").Like("taken").ToString()));

    [Test]
    public void A_text_that_is_not_there_is_named() =>
        Assert.That(() => LanguageFile.Widget("en")["nothing"], Throws.Exception.With.Message.Contains("nothing"));
}
