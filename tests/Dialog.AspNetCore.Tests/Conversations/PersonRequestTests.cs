using Dialog.AspNetCore.Conversations;

namespace Dialog.AspNetCore.Tests.Conversations;

[TestFixture]
public sealed class PersonRequestTests
{
    [TestCase("I want to talk to a human")]
    [TestCase("can I speak with a real person please?")]
    [TestCase("agent please")]
    [TestCase("i need a human")]
    [TestCase("connect me to an operator")]
    [TestCase("میخوام با یه آدم صحبت کنم")]
    [TestCase("می‌خواهم با پشتیبانی حرف بزنم")]
    [TestCase("وصلم کن به اپراتور")]
    [TestCase("اپراتور لطفا")]
    [TestCase("با یک نفر صحبت کنم")]
    [TestCase("به كارشناس وصل کنید")]
    public void IsHeard(string text) => Assert.That(PersonRequest.IsIn(text), Is.True);

    [TestCase("do you sell gifts for a person who has everything")]
    [TestCase("is this human hair")]
    [TestCase("what does the agent of the cleaning product contain")]
    [TestCase("قیمت این چنده")]
    [TestCase("برای یک نفر چقدر میشه")]
    [TestCase("پشتیبانی شما تا ساعت چند است؟")]
    [TestCase("")]
    public void IsNotHeardWhereNobodyAsks(string text) => Assert.That(PersonRequest.IsIn(text), Is.False);
}
