using System.Globalization;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Tests.Unit.Ui;

public sealed class DateTests
{
    [Theory]
    [InlineData("31", "3", "1980", "1980-03-31")]
    [InlineData(" 01 ", "mars", "2026", "2026-03-01")]
    [InlineData("1er", "Août", "2026", "2026-08-01")]
    [InlineData("29", "févr.", "2024", "2024-02-29")]
    [InlineData("4", "december", "1999", "1999-12-04")]
    public void Lire_UnderstandsWhatPeopleType(string jour, string mois, string annee, string attendu) =>
        Assert.Equal(attendu, DateSaisie.Lire(jour, mois, annee).Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("", "3", "1980", "Indiquez le jour.", PartiesDeDate.Jour)]
    [InlineData("1", null, "1980", "Indiquez le mois.", PartiesDeDate.Mois)]
    [InlineData("1", "3", "  ", "Indiquez l’année.", PartiesDeDate.Annee)]
    [InlineData("", "", "1980", "Indiquez le jour et le mois.", PartiesDeDate.Jour | PartiesDeDate.Mois)]
    [InlineData("", "3", "", "Indiquez le jour et l’année.", PartiesDeDate.Jour | PartiesDeDate.Annee)]
    [InlineData("1", "", "", "Indiquez le mois et l’année.", PartiesDeDate.Mois | PartiesDeDate.Annee)]
    [InlineData("32", "3", "1980", "Cette date n’existe pas. Écrivez par exemple 31 3 1980.", PartiesDeDate.Jour)]
    [InlineData("1", "floréal", "1980", "Cette date n’existe pas. Écrivez par exemple 31 3 1980.", PartiesDeDate.Mois)]
    [InlineData("30", "2", "1980", "Cette date n’existe pas. Écrivez par exemple 31 3 1980.", PartiesDeDate.Toutes)]
    [InlineData("29", "2", "2023", "Cette date n’existe pas. Écrivez par exemple 31 3 1980.", PartiesDeDate.Toutes)]
    [InlineData("1", "3", "80", "Écrivez l’année avec 4 chiffres, par exemple 1980.", PartiesDeDate.Annee)]
    [InlineData("-1", "3", "1980", "Cette date n’existe pas. Écrivez par exemple 31 3 1980.", PartiesDeDate.Jour)]
    [InlineData("1", "3", "0000", "Cette date n’existe pas. Écrivez par exemple 31 3 1980.", PartiesDeDate.Annee)]
    internal void Lire_SaysWhatIsWrong(string? jour, string? mois, string? annee, string erreur, PartiesDeDate fausses)
    {
        var saisie = DateSaisie.Lire(jour, mois, annee);

        Assert.Null(saisie.Date);
        Assert.Equal(erreur, saisie.Erreur!.Replace('\u00a0', ' '));
        Assert.Equal(fausses, saisie.Fausses);
    }

    [Theory]
    [InlineData("31", "2", "2026")]
    [InlineData("31", "3", "26")]
    public void Lire_OfAWrongDate_GivesAnExampleOfTheYearThatIsMeant(string jour, string mois, string annee)
    {
        Assert.Contains("1980", DateSaisie.Lire(jour, mois, annee).Erreur, StringComparison.Ordinal);
        Assert.Contains("2031", DateSaisie.Lire(jour, mois, annee, 2031).Erreur, StringComparison.Ordinal);
    }

    [Fact]
    public void Lire_OfNothing_IsNoError() => Assert.True(DateSaisie.Lire("", " ", null).Vide);

    [Fact]
    public void Lire_KnowsEveryDayOfFourYears()
    {
        for (var jour = new DateOnly(2023, 1, 1); jour.Year < 2027; jour = jour.AddDays(1))
        {
            Assert.Equal(jour, DateSaisie.Lire($"{jour.Day}", $"{jour.Month}", $"{jour.Year}").Date);
        }
    }

    [Fact]
    public async Task Binder_ReadsThreeFields()
    {
        var contexte = await LierAsync(typeof(DateOnly?), ("Naissance.jour", "31"), ("Naissance.mois", "3"), ("Naissance.annee", "1980"));

        Assert.Equal(new DateOnly(1980, 3, 31), contexte.Result.Model);
    }

    [Fact]
    public async Task Binder_ReadsOneFieldToo()
    {
        var contexte = await LierAsync(typeof(DateOnly?), ("Naissance", "1980-03-31"));

        Assert.Equal(new DateOnly(1980, 3, 31), contexte.Result.Model);
    }

    [Theory]
    [InlineData(typeof(DateOnly?), true)]
    [InlineData(typeof(DateOnly), false)]
    public async Task Binder_OfNothing_IsNullOrAnError(Type type, bool permis)
    {
        var contexte = await LierAsync(type, ("Naissance.jour", ""), ("Naissance.mois", ""), ("Naissance.annee", ""));

        Assert.Equal(permis, contexte.Result.IsModelSet);
        Assert.Equal(permis, contexte.ModelState.IsValid);
    }

    [Fact]
    public async Task Binder_KeepsWhatWasTyped()
    {
        var contexte = await LierAsync(typeof(DateOnly?), ("Naissance.jour", "31"), ("Naissance.mois", "brumaire"), ("Naissance.annee", "1980"));

        Assert.False(contexte.Result.IsModelSet);
        Assert.Equal("brumaire", contexte.ModelState["Naissance.mois"]!.AttemptedValue);
        Assert.Single(contexte.ModelState["Naissance"]!.Errors);
    }

    [Fact]
    public async Task Date_MarksOnlyTheWrongPart()
    {
        var rendu = new Rendu();
        rendu.Etat.SetModelValue("Naissance.jour", "31", "31");
        rendu.Etat.SetModelValue("Naissance.mois", "", "");
        rendu.Etat.SetModelValue("Naissance.annee", "1980", "1980");
        rendu.Etat.AddModelError("Naissance", "Indiquez le mois.");

        var champ = await rendu.ElementAsync(new DateTagHelper { Pour = rendu.Pour(new ChampsTests.Modele(), "Naissance") });

        Assert.Equal(["Naissance.mois"], champ.QuerySelectorAll(".govuk-input--error").Select(i => i.GetAttribute("name")));
        Assert.Equal(["31", "", "1980"], champ.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal("Naissance_indice Naissance_erreur", champ.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }

    private static async Task<DefaultModelBindingContext> LierAsync(Type type, params (string, string)[] valeurs)
    {
        var contexte = new DefaultModelBindingContext
        {
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForType(type),
            ModelName = "Naissance",
            FieldName = "Naissance",
            ModelState = new ModelStateDictionary(),
            ActionContext = new ActionContext { HttpContext = new DefaultHttpContext() },
            ValueProvider = new FormValueProvider(
                BindingSource.Form,
                new FormCollection(valeurs.ToDictionary(v => v.Item1, v => new StringValues(v.Item2))),
                CultureInfo.InvariantCulture),
        };
        await new DateEnTroisChampsBinder(new SimpleTypeModelBinder(type, NullLoggerFactory.Instance)).BindModelAsync(contexte);
        return contexte;
    }
}
