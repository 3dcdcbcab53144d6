using System.Globalization;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Territoires.Domain;

/// <summary>
/// A commune that keeps numbers, and makes its texts when they are read. There are thirty-five thousand of them in memory for as long as the server runs,
/// and of nearly all of them nobody asks anything.
/// </summary>
internal sealed class CommuneEmpaquetee : Commune
{
    private const int Inconnue = -1;

    private readonly CommunesEmpaquetees _ensemble;
    private readonly double _latitude;
    private readonly double _longitude;
    private readonly int _code;
    private readonly int _population;
    private readonly ushort _rang;
    private readonly ushort _epci;
    private readonly byte _departement;
    private readonly byte _mere;

    public CommuneEmpaquetee(CommunesEmpaquetees ensemble, int rang, int code, int departement, int epci, int mere, int? population, double? latitude, double? longitude)
    {
        _ensemble = ensemble;
        _rang = checked((ushort)rang);
        _code = code;
        _departement = checked((byte)departement);
        _epci = checked((ushort)epci);
        _mere = checked((byte)mere);
        _population = population ?? Inconnue;
        _latitude = latitude ?? double.NaN;
        _longitude = longitude ?? double.NaN;
    }

    /// <summary>Its place among all the communes and arrondissements, by code.</summary>
    public int Rang => _rang;

    /// <summary>The place of its département among the départements.</summary>
    public int NumeroDuDepartement => _departement;

    public override string CodeInsee => CodesTerritoriaux.Ecrire(_code);

    public override string Nom => _ensemble.Noms.Texte(_rang);

    public override string Departement => _ensemble.Departements[_departement].Code;

    public override string NomDepartement => _ensemble.Departements[_departement].Nom;

    public override string Region => _ensemble.Departements[_departement].Region;

    public override string? Epci => _ensemble.Epci[_epci];

    public override IReadOnlyList<string> CodesPostaux
    {
        get
        {
            var codes = _ensemble.CodesPostaux[_rang];
            var textes = codes.Length == 0 ? [] : new string[codes.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                textes[i] = codes[i].ToString("D5", CultureInfo.InvariantCulture);
            }

            return textes;
        }
    }

    public override int? Population => _population == Inconnue ? null : _population;

    public override double? Latitude => double.IsNaN(_latitude) ? null : _latitude;

    public override double? Longitude => double.IsNaN(_longitude) ? null : _longitude;

    public override string? CommuneMere => _ensemble.Meres[_mere];

    public override string FuseauHoraire => Fuseaux.DeLaCommune(CodeInsee, Departement);
}
